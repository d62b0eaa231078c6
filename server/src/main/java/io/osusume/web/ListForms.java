package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.data.Title;
import io.osusume.imports.ImportException;
import io.osusume.imports.ListSource;
import io.osusume.lists.FanList;
import io.osusume.lists.ImportSummary;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListException;
import io.osusume.lists.ListStatus;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ListImport;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.RecommendException;
import io.osusume.search.LookupException;
import io.osusume.search.TitleLookup;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ways a list comes here: a file, a user name at a service, or the titles of the address. Where lists are kept,
/// the
/// fan sees what was read; where not, the recommendations at once.
final class ListForms {
    private final Site site;
    private final HomePage home;
    private final RecommendationsPage recommendations;

    ListForms(Site site, HomePage home, RecommendationsPage recommendations) {
        this.site = site;
        this.home = home;
        this.recommendations = recommendations;
    }

    void register(RoutesConfig routes) {
        routes.post("/recommendations", ctx -> bring(ctx, "file", () -> RequestReader.list(ctx)));
        routes.post("/import", this::fetch);
        routes.post("/list", this::keep);
    }

    @FunctionalInterface
    private interface Bringing {
        FanList list() throws IOException;
    }

    private void fetch(Context ctx) throws IOException {
        bring(ctx, named(ctx).map(ListSource::name).orElse("unknown"), () -> fetched(ctx));
    }

    private void bring(Context ctx, String service, Bringing bringing) throws IOException {
        Visit visit = Visit.of(ctx, site);
        FormGuard.check(ctx, visit.stored());
        try {
            FanList list = watched(service, bringing);
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

    private FanList watched(String service, Bringing bringing) throws IOException {
        Running running = site.telemetry().begins(new Work.ListImport(service));
        Outcome outcome = new Outcome.Failed("error");
        try {
            FanList list = bringing.list();
            outcome = Outcome.DONE;
            return list;
        } catch (ImportException refused) {
            outcome = new Outcome.Failed(refused.reason().name().toLowerCase(Locale.ROOT));
            throw refused;
        } catch (ListException | RequestException unreadable) {
            outcome = new Outcome.Failed("unreadable");
            throw unreadable;
        } finally {
            running.ended(outcome);
        }
    }

    private Optional<ListSource> named(Context ctx) {
        String name = String.valueOf(ctx.formParam("service"));
        return site.services().sources().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private FanList fetched(Context ctx) {
        ListSource source = named(ctx)
                .orElseThrow(() -> new RequestException(400, "no list can be fetched from such a service here"));
        return source.fetch(String.valueOf(ctx.formParam("user")));
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
        TitleLookup lookup = new TitleLookup(
                visit.service().loaded().catalogue(), visit.service().search());
        ImportSummary summary =
                ImportSummary.of(list, visit.service().loaded().catalogue(), name -> byName(lookup, name));
        List<Change.SetEntry> entries = new ArrayList<>();
        for (ListEntry entry : summary.matched()) {
            entries.add(new Change.SetEntry(entry.itemId(), status(entry.status()), entry.score()));
        }
        for (ListEntry entry : summary.unknown()) {
            entries.add(new Change.SetEntry(entry.itemId(), status(entry.status()), entry.score()));
        }
        ProfileToken token = site.fans().opened(ctx, new Picks(List.of()));
        Acknowledged done = site.fans().required().replaceList(token, entries, ListImport.MERGE);
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

    private static Optional<Title> byName(TitleLookup lookup, String name) {
        try {
            return Optional.of(lookup.resolve(name));
        } catch (LookupException noneOrSeveral) {
            return Optional.empty(); // the summary names it
        }
    }

    private static EntryStatus status(ListStatus status) {
        return switch (status) {
            case WATCHING -> EntryStatus.WATCHING;
            case COMPLETED -> EntryStatus.WATCHED;
            case ON_HOLD -> EntryStatus.ON_HOLD;
            case DROPPED -> EntryStatus.DROPPED;
            case PLAN_TO_WATCH -> EntryStatus.PLANNED;
        };
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
