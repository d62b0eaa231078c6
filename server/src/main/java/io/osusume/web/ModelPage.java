package io.osusume.web;

import io.javalin.http.Context;

/// The page about the model: data, figures, settings, version; nothing hidden.
final class ModelPage {
    private final Site site;

    ModelPage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        site.pages().show(ctx, visit, "model", ModelView.of(visit.service()));
    }
}
