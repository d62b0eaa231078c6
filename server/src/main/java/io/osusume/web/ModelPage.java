package io.osusume.web;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page about the model: data, figures, settings, version; nothing hidden.
final class ModelPage {
    private final Site site;

    ModelPage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        site.pages().show(ctx, visit, "model", ModelView.of(visit.service(), evaluation(visit)));
    }

    private @Nullable EvaluationTable evaluation(Visit visit) {
        String family = visit.service().loaded().model().name();
        return site.services()
                .report()
                .get()
                .map(json -> readable(json, family))
                .orElse(null);
    }

    private static EvaluationTable readable(String json, String family) {
        try {
            return EvaluationTable.read(json, family);
        } catch (IllegalArgumentException damaged) {
            return new EvaluationTable(Sentences.of(String.valueOf(damaged.getMessage())), List.of(), List.of());
        }
    }
}
