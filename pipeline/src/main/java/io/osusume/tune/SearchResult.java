package io.osusume.tune;

import io.osusume.evaluation.PairedBootstrap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param lastRung the trials that were trained on all users, best first; at least one, the first a success
/// @param gain how far the best is above the present settings in NDCG@10, validation user by validation user; null if
///     the present settings are the best, or could not be trained
public record SearchResult(List<Trial> lastRung, PairedBootstrap.@Nullable Comparison gain) {
    public SearchResult {
        lastRung = List.copyOf(lastRung);
    }

    /// The best trial.
    public Trial best() {
        return lastRung.getFirst();
    }
}
