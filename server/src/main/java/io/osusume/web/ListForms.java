package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.imports.ImportException;
import io.osusume.lists.FanList;
import io.osusume.lists.ImportSummary;
import io.osusume.lists.ListException;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.Change;
import io.osusume.profiles.ListImport;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.RecommendException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The ways a list comes here: a file, a user name at a service, or the titles of the address. Where lists are kept,
/// the
/// fan sees what was read; where not, the recommendations at once.
final class ListForms {
    private final Site site;
    private final HomePage home;
    private final RecommendationsPage recommendations;
    private final Bringing bringing;

    ListForms(Site site, HomePage home, RecommendationsPage recommendations) {
        this.site = site;
        this.home = home;
        this.recommendations = recommendations;
        this.bringing = new Bringing(site.telemetry(), site.services());
    }

    void register(RoutesConfig routes) {
        routes.post("/recommendations", ctx -> bring(ctx, () -> bringing.file(() -> RequestReader.list(ctx))));
        routes.post(
                "/import",
                ctx -> bring(
                        ctx,
                        () -> bringing.fetched(
                                String.valueOf(ctx.formParam("service")), String.valueOf(ctx.formParam("user")))));
        routes.post("/list", this::keep);
    }

    private void bring(Context ctx, Bringing.Way way) throws IOException {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        try {
            FanList list = way.list();
            if (site.services().profiles().isPresent()) {
                keep(ctx, visit, list);
            } else {
                recommendations.show(ctx, visit, list);
            }
        } catch (ListException refused) {
            home.refused(ctx, visit, Problem.of(refused));
        } catch (ImportException refused) {
            home.refused(ctx, visit, problem(refused));
        } catch (RecommendException refused) {
            home.refused(ctx, visit, Problem.of(refused));
        } catch (RequestException refused) {
            home.refused(ctx, visit, Problem.of(refused));
        }
    }

    private static Problem problem(ImportException refused) {
        int status = switch (refused.reason()) {
            case UNKNOWN_USER -> 404;
            case PRIVATE_LIST -> 403;
            case NOT_CONFIGURED -> 501;
            case BUSY -> 503;
            case UNREACHABLE, BAD_ANSWER -> 502;
            case TOO_LARGE -> 413;
            case BAD_NAME -> 400;
        };
        return Problem.of(status, String.valueOf(refused.getMessage()));
    }

    private void keep(Context ctx, Visit visit, FanList list) {
        ImportedList imported = ImportedList.of(list, visit.service());
        ImportSummary summary = imported.summary();
        ProfileToken token = site.fans().opened(ctx, new Picks(List.of()));
        Acknowledged done = site.fans().required().replaceList(token, imported.entries(), ListImport.MERGE);
        site.pages()
                .show(
                        ctx,
                        visit,
                        "imported",
                        new ImportedView(
                                Sentences.of(summary.sentence()),
                                summary.notMatched(),
                                summary.byStatus().entrySet().stream()
                                        .filter(each -> each.getValue() > 0)
                                        .map(each -> new ModelView.Line(
                                                each.getKey().label(),
                                                each.getValue().toString()))
                                        .toList(),
                                done.changed(),
                                visit.controls().withPicks(new Picks(List.of())).query()));
    }

    /// Keeps the titles of a form, beside those that are kept already.
    private void keep(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        List<String> problems = new ArrayList<>();
        Picks picks = Picks.read(ctx.formParams("pick"), problems::add);
        if (!problems.isEmpty()) {
            throw new RequestException(400, problems.getFirst());
        }
        if (picks.isEmpty()) {
            home.refused(ctx, visit, Problem.of(422, "no title is picked; name at least one"));
            return;
        }
        ProfileToken token = site.fans().opened(ctx, new Picks(List.of()));
        site.fans().required().apply(token, new Change.Several(Fans.entries(picks)));
        Controls controls = visit.controls().withPicks(new Picks(List.of()));
        ctx.redirect(
                new Done(Done.Deed.KEPT, 0, 0).in(controls.address(RecommendationsPage.PATH)), HttpStatus.SEE_OTHER);
    }
}
