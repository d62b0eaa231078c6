package io.osusume.model.net;

import io.osusume.kernel.VectorMath;
import java.util.SplittableRandom;

/// Everything the net knows. The arrays are shared with whoever made it.
///
/// @param embeddingSize numbers an embedding
/// @param users `userCount` x `embeddingSize`, row-major
/// @param items `itemCount` x `embeddingSize`, row-major
@SuppressWarnings("ArrayRecordComponent") // not public; never compared
record NetWeights(int embeddingSize, float[] users, float[] items, NetHead head) {
    /// Keras' initial weights: embeddings uniform in [-0.05, 0.05), the kernel from a normal
    /// distribution cut off at two deviations whose variance is 2 after the cut ("he_normal" with one
    /// input), so its sign is chance.
    static NetWeights random(int userCount, int itemCount, int embeddingSize, SplittableRandom random) {
        float[] users = uniform(Math.multiplyExact(userCount, embeddingSize), random);
        float[] items = uniform(Math.multiplyExact(itemCount, embeddingSize), random);
        double normal = random.nextGaussian();
        while (Math.abs(normal) > 2) {
            normal = random.nextGaussian();
        }
        double deviationAfterCut = .8796256610342398;
        return new NetWeights(embeddingSize, users, items, NetHead.initial(Math.sqrt(2) / deviationAfterCut * normal));
    }

    private static float[] uniform(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = (random.nextInt() >>> 8) * 0x1p-24f * .1f - .05f;
        }
        return numbers;
    }

    /// The cosine of a user's and an item's embedding.
    double cosine(int user, int item, VectorMath vectors) {
        int u = user * embeddingSize;
        int i = item * embeddingSize;
        double lengths = Math.sqrt((double) vectors.dot(users, u, users, u, embeddingSize)
                * vectors.dot(items, i, items, i, embeddingSize));
        return lengths == 0 ? 0 : vectors.dot(users, u, items, i, embeddingSize) / lengths;
    }

    /// What is not a finite number, in words; empty if all is well.
    String notFinite() {
        if (!head.isFinite()) {
            return "a weight above the embeddings";
        }
        int user = firstNotFinite(users);
        if (user >= 0) {
            return "the embedding of user " + user;
        }
        int item = firstNotFinite(items);
        return item >= 0 ? "the embedding of item " + item : "";
    }

    private int firstNotFinite(float[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            if (!Float.isFinite(numbers[k])) {
                return k / embeddingSize;
            }
        }
        return -1;
    }

    /// The same weights with a head of float numbers, as they are kept.
    NetWeights rounded() {
        return new NetWeights(embeddingSize, users, items, NetHead.of(head.toArray()));
    }

    /// The same numbers in arrays of their own.
    NetWeights copy() {
        return new NetWeights(embeddingSize, users.clone(), items.clone(), head);
    }
}
