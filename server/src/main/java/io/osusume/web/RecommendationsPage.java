package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.lists.FanList;
import io.osusume.lists.ListException;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.Recommendations;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of recommendations: a list's cards with their reasons, and the controls.
final class RecommendationsPage {
    static final String PATH = "/recommendations";

    private static final int FEW = 5;
    private static final int UPLOADED_CARDS = 48;

    private final CurrentModel model;
    private final Pages pages;
    private final HomePage home;

    RecommendationsPage(CurrentModel model, Pages pages, HomePage home) {
        this.model = model;
        this.pages = pages;
        this.home = home;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, model);
        if (visit.problems().isEmpty() && hasEmptyValue(ctx)) {
            // a form sends its empty fields too; the address a fan keeps is without them
            ctx.redirect(visit.controls().address(PATH), HttpStatus.SEE_OTHER);
            return;
        }
        try {
            Recommendations given = visit.service().recommend(visit.ask());
            pages.show(ctx, visit, "recommendations", view(visit, given));
        } catch (RecommendException refused) {
            home.refused(ctx, visit, Problem.of(refused));
        }
    }

    private static boolean hasEmptyValue(Context ctx) {
        return ctx.queryParamMap().values().stream().anyMatch(values -> values.contains(""));
    }

    private static RecommendationsView view(Visit visit, Recommendations given) {
        Controls controls = visit.controls();
        int page = controls.page();
        int shown = given.cards().size();
        boolean few = page == 1 && shown < FEW && !given.more();
        return new RecommendationsView(
                new ControlsForm(controls, visit.words()),
                Chip.of(controls, PATH),
                controls.plain().address(PATH),
                visit.fan().sentence(given),
                given.confidence(),
                controls.withPage(1).address("/"),
                cards(given, controls),
                few ? Relief.of(visit, PATH, shown) : List.of(),
                page,
                page > 1 ? controls.withPage(page - 1).address(PATH) : null,
                given.more() && page < Controls.LAST_PAGE
                        ? controls.withPage(page + 1).address(PATH)
                        : null,
                controls.withPage(1).query());
    }

    private static List<CardView> cards(Recommendations given, Controls controls) {
        return given.cards().stream()
                .map(card -> CardView.of(card, controls.names()))
                .toList();
    }

    void upload(Context ctx) throws IOException {
        Visit visit = Visit.of(ctx, model);
        Problem problem = tryUpload(ctx, visit);
        if (problem != null) {
            home.refused(ctx, visit, problem);
        }
    }

    private @Nullable Problem tryUpload(Context ctx, Visit visit) throws IOException {
        try {
            FanList list = RequestReader.list(ctx);
            Ask ask = RequestReader.ask(list, UPLOADED_CARDS).withReasons(UPLOADED_CARDS);
            Recommendations given = visit.service().recommend(ask);
            FanTitles fan = new FanTitles(ask.watched(), ask.excluded(), "you have watched");
            pages.show(
                    ctx,
                    visit,
                    "recommendations",
                    new RecommendationsView(
                            null,
                            List.of(),
                            null,
                            list.summary() + ". " + fan.sentence(given),
                            given.confidence(),
                            null,
                            cards(given, visit.controls()),
                            List.of(),
                            1,
                            null,
                            null,
                            visit.controls().query()));
            return null;
        } catch (ListException refused) {
            return Problem.of(refused);
        } catch (RecommendException refused) {
            return Problem.of(refused);
        } catch (RequestException refused) {
            return Problem.of(refused);
        }
    }
}
