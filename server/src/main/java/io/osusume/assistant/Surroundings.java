package io.osusume.assistant;

import io.osusume.recommend.RecommendationService;
import io.osusume.taste.TasteReader;
import io.osusume.understand.Understanding;
import org.jspecify.annotations.Nullable;

/// What conversations need beside one model: its tools, the words of its catalogue. Made when first
/// needed, and again when another model is served.
final class Surroundings {
    private volatile @Nullable Of latest;

    /// Those of one model.
    record Of(RecommendationService service, Toolbox tools, CatalogueWords words, Understanding understanding) {}

    /// Those of a model; twice made at worst, and then the same.
    Of of(RecommendationService service) {
        Of found = latest;
        if (found == null || found.service != service) {
            TasteReader taste = new TasteReader(service.loaded().catalogue());
            found = new Of(
                    service,
                    new Toolbox(service, () -> taste),
                    new CatalogueWords(service.loaded().catalogue(), service.search()),
                    Understanding.of(service));
            latest = found;
        }
        return found;
    }
}
