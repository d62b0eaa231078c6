package io.osusume.web;

import io.javalin.http.Context;
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
        List<SearchView.Hit> hits = visit.service().search().search(searched, HITS).stream()
                .map(title -> new SearchView.Hit(
                        new TitleView(title, controls.names()),
                        visit.fan().has(title.itemId()),
                        controls.withPicks(controls.picks().with(title.itemId()))
                                .address("/")))
                .toList();
        SearchView view = new SearchView(searched, hits, controls.parameters(), controls.query());
        site.pages().show(ctx, visit, "search", view);
    }
}
