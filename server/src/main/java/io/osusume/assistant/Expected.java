package io.osusume.assistant;

import io.osusume.data.Title;
import io.osusume.recommend.RecommendException;
import org.jspecify.annotations.Nullable;

/// What a fan would probably give a title, where the model tells.
final class Expected {
    private Expected() {}

    /// Of 10, one digit after the point; null if not known.
    static @Nullable Double of(Title title, ToolContext context) {
        try {
            return context.service()
                    .expectedScore(context.fan().watched(), title.itemId())
                    .map(score -> Share.tenth(score.points()))
                    .orElse(null);
        } catch (RecommendException nothingToGoOn) {
            return null;
        }
    }
}
