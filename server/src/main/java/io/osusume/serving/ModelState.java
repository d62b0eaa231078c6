package io.osusume.serving;

import io.osusume.recommend.RecommendationService;

/// Whether there is a model to serve.
public sealed interface ModelState {
    /// Begins to build what the model needs beside recommending, once nothing more urgent is to do.
    default void prepare() {
        if (this instanceof Ready ready) {
            ready.service.prepare();
        }
    }

    /// There is one.
    record Ready(RecommendationService service) implements ModelState {}

    /// There is none.
    ///
    /// @param reason one sentence for a fan: what is missing
    /// @param command what the operator should run, as typed
    record Missing(String reason, String command) implements ModelState {}
}
