package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.osusume.data.Title;
import io.osusume.recommend.FranchisePart;
import io.osusume.recommend.RecommendationService;
import io.osusume.serving.ModelState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The first page: where a fan picks titles or brings a list.
final class HomePage {
    private static final int FOUND = 8;
    private static final int STARTERS = 18;

    private final Site site;
    private volatile @Nullable Starters latest;

    /// Well-known titles and the service that knows them.
    private record Starters(RecommendationService service, List<Title> titles) {}

    HomePage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        if (site.model().state() instanceof ModelState.Missing missing) {
            ctx.status(503).header("Retry-After", "10");
            HomeView empty =
                    new HomeView(missing, null, "", List.of(), List.of(), List.of(), List.of(), List.of(), null);
            site.pages().show(ctx, "home", empty);
            return;
        }
        Visit visit = Visit.of(ctx, site);
        String add = ctx.queryParam("add");
        String remove = ctx.queryParam("remove");
        if (add != null || remove != null) {
            Picks changed = visit.controls().picks();
            changed = add == null ? changed : changed.with(id(add));
            changed = remove == null ? changed : changed.without(id(remove));
            ctx.redirect(visit.controls().withPicks(changed).address("/"), HttpStatus.SEE_OTHER);
            return;
        }
        String query = ctx.queryParam("q") == null
                ? ""
                : String.valueOf(ctx.queryParam("q")).strip();
        show(ctx, visit, query, null);
    }

    private static long id(String text) {
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, "add and remove must be the id of a title");
    }

    /// The first page with what went wrong with the step before.
    void refused(Context ctx, Visit visit, Problem problem) {
        problem.mark(ctx);
        show(ctx, visit, "", Sentences.of(problem.detail()));
    }

    private void show(Context ctx, Visit visit, String query, @Nullable String problem) {
        Controls controls = visit.controls();
        List<TitleView> found = visit.service().search().search(query, FOUND).stream()
                .filter(title -> !controls.picks().contains(title.itemId()))
                .map(title -> new TitleView(title, controls.names()))
                .toList();
        String notice = problem == null && !query.isEmpty() && found.isEmpty()
                ? "Nothing new found for “" + query + "”."
                : problem;
        List<PickView> picks = controls.picks().items().stream()
                .map(item -> PickView.of(visit, item.itemId(), item.rating()))
                .toList();
        List<TitleView> starters = picks.isEmpty()
                ? starters(visit.service()).stream()
                        .filter(title -> !visit.fan().has(title.itemId()))
                        .map(title -> new TitleView(title, controls.names()))
                        .toList()
                : List.of();
        List<HomeView.Source> sources = site.services().sources().stream()
                .map(source -> new HomeView.Source(source.name(), source.isConfigured()))
                .toList();
        HomeView.Kept kept = site.services().profiles().isEmpty()
                ? null
                : visit.stored()
                        .map(fan -> new HomeView.Kept(fan.contents().entries().size(), fan.formToken()))
                        .orElse(new HomeView.Kept(0, ""));
        site.pages()
                .show(
                        ctx,
                        visit,
                        "home",
                        new HomeView(null, notice, query, found, picks, starters, controls.settings(), sources, kept));
    }

    /// What most people have in their list, one of each franchise.
    private List<Title> starters(RecommendationService service) {
        Starters found = latest;
        if (found == null || found.service != service) {
            found = new Starters(service, wellKnown(service)); // twice at worst, and then the same
            latest = found;
        }
        return found.titles;
    }

    private static List<Title> wellKnown(RecommendationService service) {
        Set<Long> franchises = new HashSet<>();
        return service.loaded().catalogue().titles().stream()
                .filter(title -> !title.adult() && title.members() > 0)
                .filter(title -> service.loaded().items().index(title.itemId()).isPresent())
                .sorted(Comparator.comparingInt(Title::members).reversed())
                .filter(title -> franchises.add(firstOf(service, title)))
                .limit(STARTERS)
                .toList();
    }

    private static long firstOf(RecommendationService service, Title title) {
        List<FranchisePart> parts = service.franchise(title.itemId());
        return parts.isEmpty() ? title.itemId() : parts.getFirst().title().itemId();
    }
}
