package io.osusume.web;

import io.javalin.config.RoutesConfig;

/// The pages, each in a class of its own. All of them work without JavaScript; what a fan set is in the address, and
/// so are the titles until the fan has them kept.
final class PageRoutes {
    private final Site site;

    PageRoutes(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        HomePage home = new HomePage(site);
        RecommendationsPage recommendations = new RecommendationsPage(site, home);
        routes.get("/", home::get);
        routes.get(RecommendationsPage.PATH, recommendations::get);
        routes.get("/titles/{id}", new TitlePage(site)::get);
        routes.get("/search", new SearchPage(site)::get);
        routes.get("/taste", new TastePage(site)::get);
        new MapPage(site).register(routes);
        routes.get(ModelPage.PATH, new ModelPage(site)::get);
        new ModelCardPage(site).register(routes);
        new ListForms(site, home, recommendations).register(routes);
        new FeedbackForms(site).register(routes);
        new DataPage(site).register(routes);
        new ChatPage(site).register(routes);
        site.services().operators().ifPresent(services -> {
            new RunsPage(site, services).register(routes);
            new ChatUsagePage(site, services).register(routes);
        });
    }
}
