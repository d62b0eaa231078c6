package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.search.TitleHit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The search over all names and, unless a name was meant, over what titles are about.
final class SearchPage {
    private static final int HITS = 30;
    private static final int DESCRIBED = 12;
    private static final Set<TitleHit.Kind> CALLED_SO =
            EnumSet.of(TitleHit.Kind.EQUAL, TitleHit.Kind.SHORT_NAME, TitleHit.Kind.SOUND);

    private final Site site;

    SearchPage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        Controls controls = visit.controls().withPage(1);
        String searched = ctx.queryParam("q") == null
                ? ""
                : String.valueOf(ctx.queryParam("q")).strip();
        List<TitleHit> called = visit.service().search().hits(searched, HITS);
        List<SearchView.Hit> hits =
                called.stream().map(hit -> view(visit, controls, hit)).toList();
        SearchView view = new SearchView(
                searched,
                hits,
                described(visit, controls, searched, called),
                !visit.service().meaning().knowsMeanings(),
                controls.parameters(),
                controls.query());
        site.pages().show(ctx, visit, "search", view);
    }

    /// The titles that are about what was searched and are not called so; of adult ones only those
    /// the fan wants.
    private static List<SearchView.Hit> described(
            Visit visit, Controls controls, String searched, List<TitleHit> called) {
        if (searched.isEmpty() || called.stream().anyMatch(hit -> CALLED_SO.contains(hit.kind()))) {
            return List.of();
        }
        Set<Long> shown = called.stream().map(hit -> hit.title().itemId()).collect(Collectors.toSet());
        boolean adult = controls.filter().oldest() == AgeRating.ADULT;
        return visit
                .service()
                .meaning()
                .search(searched, DESCRIBED, title -> !shown.contains(title.itemId()) && (adult || !title.adult()))
                .stream()
                .map(hit -> view(visit, controls, hit.title(), null))
                .toList();
    }

    private static SearchView.Hit view(Visit visit, Controls controls, TitleHit hit) {
        TitleView title = new TitleView(hit.title(), controls.names());
        boolean shown = hit.name().equals(title.name())
                || hit.name().equals(title.second())
                || hit.name().equals(title.japanese());
        return view(visit, controls, hit.title(), shown ? null : hit.name());
    }

    private static SearchView.Hit view(Visit visit, Controls controls, Title title, @Nullable String called) {
        return new SearchView.Hit(
                new TitleView(title, controls.names()),
                called,
                visit.fan().has(title.itemId()),
                controls.withPicks(controls.picks().with(title.itemId())).address("/"));
    }
}
