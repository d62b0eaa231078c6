package io.osusume.web;

import io.osusume.recommend.RecommendationService;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The service around the model of the moment, made anew only when the source gives another model.
final class CurrentModel {
    private final ModelSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable RecommendationService latest;

    CurrentModel(ModelSource source) {
        this.source = source;
    }

    ModelState state() {
        return source.get();
    }

    /// @throws RequestException with status 503 if there is no model
    RecommendationService service() {
        return switch (source.get()) {
            case ModelState.Missing missing ->
                throw new RequestException(503, missing.reason() + "; run: " + missing.command());
            case ModelState.Ready ready -> serviceOf(ready);
        };
    }

    private RecommendationService serviceOf(ModelState.Ready ready) {
        RecommendationService found = latest;
        if (found != null && found.loaded().id().equals(ready.loaded().id())) {
            return found;
        }
        lock.lock();
        try {
            found = latest;
            if (found == null || !found.loaded().id().equals(ready.loaded().id())) {
                found = new RecommendationService(ready.loaded());
                latest = found;
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}
