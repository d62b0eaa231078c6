package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.lists.FanList;
import io.osusume.recommend.Ask;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.Recommendations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page of recommendations: a list's cards with their reasons, and the controls.
final class RecommendationsPage {
    static final String PATH = "/recommendations";

    private static final int FEW = 5;
    private static final int UPLOADED_CARDS = 48;

    private final Site site;
    private final HomePage home;

    RecommendationsPage(Site site, HomePage home) {
        this.site = site;
        this.home = home;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        if (visit.problems().isEmpty() && !isShort(ctx, visit.controls())) {
            // a form sends what is empty or as usual too; the address a fan keeps is without that
            ctx.redirect(visit.controls().address(PATH), HttpStatus.SEE_OTHER);
            return;
        }
        try {
            Recommendations given = visit.service().recommend(visit.ask());
            site.pages().show(ctx, visit, "recommendations", view(ctx, visit, given));
        } catch (RecommendException refused) {
            home.refused(ctx, visit, Problem.of(refused));
        }
    }

    private static boolean isShort(Context ctx, Controls controls) {
        Map<String, List<String>> said = new HashMap<>(ctx.queryParamMap());
        said.remove(Done.NAME);
        Map<String, List<String>> meant = new HashMap<>();
        for (Controls.Parameter each : controls.parameters()) {
            meant.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each.value());
        }
        return said.equals(meant);
    }

    private RecommendationsView view(Context ctx, Visit visit, Recommendations given) {
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
                visit.ofStored() ? "/data" : controls.withPage(1).address("/"),
                cards(given, controls),
                few ? Relief.of(visit, PATH, shown) : List.of(),
                page,
                page > 1 ? controls.withPage(page - 1).address(PATH) : null,
                given.more() && page < Controls.LAST_PAGE
                        ? controls.withPage(page + 1).address(PATH)
                        : null,
                controls.withPage(1).query(),
                Feedback.of(site, visit),
                Notice.of(ctx, visit));
    }

    private static List<CardView> cards(Recommendations given, Controls controls) {
        return given.cards().stream()
                .map(card -> CardView.of(card, controls.names()))
                .toList();
    }

    /// The recommendations for a list that is not kept.
    ///
    /// @throws RecommendException if there are none
    void show(Context ctx, Visit visit, FanList list) {
        Ask ask = RequestReader.ask(list, UPLOADED_CARDS).withReasons(UPLOADED_CARDS);
        Recommendations given = visit.service().recommend(ask);
        FanTitles fan = new FanTitles(ask.watched(), ask.excluded(), "you have watched");
        RecommendationsView view = new RecommendationsView(
                null,
                List.of(),
                "",
                list.summary() + ". " + fan.sentence(given),
                given.confidence(),
                null,
                cards(given, visit.controls()),
                List.of(),
                1,
                null,
                null,
                visit.controls().query(),
                null,
                null);
        site.pages().show(ctx, visit, "recommendations", view);
    }
}
