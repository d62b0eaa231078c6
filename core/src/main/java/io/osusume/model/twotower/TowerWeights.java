package io.osusume.model.twotower;

import java.util.SplittableRandom;

/// Everything the net learns. The arrays are shared with whoever made it.
///
/// @param embeddingSize numbers an embedding
/// @param entries `itemCount` x `embeddingSize`, row-major: what an item says as an entry of a list
/// @param items `itemCount` x `embeddingSize`, row-major: what an item is when it is scored; only the
///     direction counts
/// @param bias one an item
@SuppressWarnings("ArrayRecordComponent") // not public; never compared
record TowerWeights(int embeddingSize, float[] entries, float[] items, float[] bias) {
    private static final double DEVIATION = .05;

    /// Small random embeddings, no bias. An item nobody has says nothing as an entry.
    ///
    /// @param users how many users each item has
    static TowerWeights random(int[] users, int embeddingSize, SplittableRandom random) {
        int itemCount = users.length;
        float[] entries = normal(Math.multiplyExact(itemCount, embeddingSize), random);
        for (int item = 0; item < itemCount; item++) {
            if (users[item] == 0) {
                java.util.Arrays.fill(entries, item * embeddingSize, (item + 1) * embeddingSize, 0);
            }
        }
        return new TowerWeights(embeddingSize, entries, normal(entries.length, random), new float[itemCount]);
    }

    private static float[] normal(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = (float) (random.nextGaussian() * DEVIATION);
        }
        return numbers;
    }

    int itemCount() {
        return bias.length;
    }

    /// What is not a finite number, in words; empty if all is well.
    String notFinite() {
        int entry = firstNotFinite(entries);
        if (entry >= 0) {
            return "the embedding of entry " + entry / embeddingSize;
        }
        int item = firstNotFinite(items);
        if (item >= 0) {
            return "the embedding of item " + item / embeddingSize;
        }
        int bare = firstNotFinite(bias);
        return bare >= 0 ? "the bias of item " + bare : "";
    }

    private static int firstNotFinite(float[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            if (!Float.isFinite(numbers[k])) {
                return k;
            }
        }
        return -1;
    }

    /// The same numbers in arrays of their own.
    TowerWeights copy() {
        return new TowerWeights(embeddingSize, entries.clone(), items.clone(), bias.clone());
    }
}
