package io.osusume.web;

import io.osusume.recommend.RecommendationService;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;

/// The model of the moment, for routes: a request asks once and keeps what it got.
record CurrentModel(ModelSource source) {
    ModelState state() {
        return source.get();
    }

    /// @throws RequestException with status 503 if there is no model
    RecommendationService service() {
        return switch (source.get()) {
            case ModelState.Missing missing ->
                throw new RequestException(503, missing.reason() + "; run: " + missing.command());
            case ModelState.Ready ready -> ready.service();
        };
    }
}
