package io.osusume.web;

import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page about the model: data, figures, settings, version; nothing hidden.
final class ModelPage {
    static final String PATH = "/model";

    private static final Logger LOG = LoggerFactory.getLogger(ModelPage.class);

    private final Site site;

    ModelPage(Site site) {
        this.site = site;
    }

    void get(Context ctx) {
        Visit visit = Visit.of(ctx, site);
        String family = visit.service().loaded().model().name();
        Optional<String> report = site.services().report().get();
        ModelView view = ModelView.of(
                visit.service(),
                report.map(json -> readable(json, family)).orElse(null),
                report.map(json -> EvaluationPlots.read(json, family)).orElse(List.of()),
                hasCard(visit.service().loaded().id()));
        site.pages().show(ctx, visit, "model", view);
    }

    private boolean hasCard(String id) {
        try {
            return site.services().cards().apply(id).isPresent();
        } catch (UncheckedIOException unreadable) {
            LOG.warn("the card of {} cannot be read: {}", id, unreadable.getMessage());
            return false;
        }
    }

    private static EvaluationTable readable(String json, String family) {
        try {
            return EvaluationTable.read(json, family);
        } catch (IllegalArgumentException damaged) {
            return new EvaluationTable(Sentences.of(String.valueOf(damaged.getMessage())), List.of(), List.of());
        }
    }
}
