package io.osusume.web;

import io.osusume.recommend.ExpectedScore;
import io.osusume.recommend.RecommendException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a fan would probably give a title, in words.
///
/// @param points such as `8.1`
/// @param error one sentence about how far off that may be, empty if it was not measured
record ExpectedView(String points, String error) {
    static ExpectedView of(ExpectedScore score) {
        return new ExpectedView(
                String.format(Locale.ROOT, "%.1f", score.points()),
                Double.isNaN(score.within())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "Two of three such guesses were within %.1f points of what a fan then gave.",
                                score.within()));
    }

    /// For the fan of a visit; null where the list has too few scores or the model version does not tell.
    static @Nullable ExpectedView of(Visit visit, long itemId) {
        try {
            return visit.service()
                    .expectedScore(visit.fan().watched(), itemId)
                    .map(ExpectedView::of)
                    .orElse(null);
        } catch (RecommendException cannot) {
            return null;
        }
    }
}
