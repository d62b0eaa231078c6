package io.osusume.web;

import io.javalin.http.Context;

/// The page about the model: data, figures, settings, version; nothing hidden.
final class ModelPage {
    private final CurrentModel model;
    private final Pages pages;

    ModelPage(CurrentModel model, Pages pages) {
        this.model = model;
        this.pages = pages;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, model);
        pages.show(ctx, visit, "model", ModelView.of(visit.service()));
    }
}
