package io.osusume.serving;

import io.osusume.recommend.RecommendationService;
import java.util.function.Supplier;

/// Where the server asks, at every request, for the model to serve: it must answer at once, from memory. A request
/// keeps what it got, so that a swap drops nothing.
@FunctionalInterface
public interface ModelSource extends Supplier<ModelState> {
    /// Always the same model.
    static ModelSource fixed(RecommendationService service) {
        ModelState ready = new ModelState.Ready(service);
        return () -> ready;
    }
}
