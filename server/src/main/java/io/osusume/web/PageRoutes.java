package io.osusume.web;

import io.javalin.config.RoutesConfig;

/// The pages, each in a class of its own. All of them work without JavaScript; what a fan picked and set is in the
/// address and nowhere else.
final class PageRoutes {
    private final CurrentModel model;
    private final Pages pages;

    PageRoutes(CurrentModel model, Pages pages) {
        this.model = model;
        this.pages = pages;
    }

    void register(RoutesConfig routes) {
        HomePage home = new HomePage(model, pages);
        RecommendationsPage recommendations = new RecommendationsPage(model, pages, home);
        routes.get("/", home::get);
        routes.get("/recommendations", recommendations::get);
        routes.post("/recommendations", recommendations::upload);
        routes.get("/titles/{id}", new TitlePage(model, pages)::get);
        routes.get("/search", new SearchPage(model, pages)::get);
        routes.get("/taste", new TastePage(model, pages)::get);
        routes.get("/model", new ModelPage(model, pages)::get);
    }
}
