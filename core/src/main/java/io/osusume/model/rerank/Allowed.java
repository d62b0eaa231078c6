package io.osusume.model.rerank;

import io.osusume.data.Profile;
import java.util.BitSet;

/// Takes out what may not be shown, before anything is counted: a filter never leaves fewer items than there are.
///
/// @param hidden items that may not be shown
public record Allowed(BitSet hidden) implements ScoreStep {
    @Override
    public void apply(float[] scores, Profile profile) {
        for (int item = hidden.nextSetBit(0); item >= 0 && item < scores.length; item = hidden.nextSetBit(item + 1)) {
            scores[item] = Float.NEGATIVE_INFINITY;
        }
    }
}
