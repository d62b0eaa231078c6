package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.search.TitleHit;
import java.util.List;

/// The search over all names, for finding a title's page.
final class SearchPage {
    private static final int HITS = 30;

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
        List<SearchView.Hit> hits = visit.service().search().hits(searched, HITS).stream()
                .map(hit -> view(visit, controls, hit))
                .toList();
        SearchView view = new SearchView(searched, hits, controls.parameters(), controls.query());
        site.pages().show(ctx, visit, "search", view);
    }

    private static SearchView.Hit view(Visit visit, Controls controls, TitleHit hit) {
        TitleView title = new TitleView(hit.title(), controls.names());
        boolean shown = hit.name().equals(title.name())
                || hit.name().equals(title.second())
                || hit.name().equals(title.japanese());
        return new SearchView.Hit(
                title,
                shown ? null : hit.name(),
                visit.fan().has(title.itemId()),
                controls.withPicks(controls.picks().with(title.itemId())).address("/"));
    }
}
