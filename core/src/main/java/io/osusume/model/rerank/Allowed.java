package io.osusume.model.rerank;

import io.osusume.data.Profile;
import java.util.function.IntPredicate;

/// Takes out what may not be shown, before anything is counted: a filter never leaves fewer items than there are.
///
/// @param items passes for an item that may be shown
public record Allowed(IntPredicate items) implements ScoreStep {
    @Override
    public void apply(float[] scores, Profile profile) {
        for (int item = 0; item < scores.length; item++) {
            if (!items.test(item)) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
