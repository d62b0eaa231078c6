package io.osusume.model;

import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// The best of a list of scored indices: score descending, equal scores by ascending index. It owns its arrays.
public final class Ranking {
    private static final int SPARE = 64; // of a buffer, at least

    private final int[] indices;
    private final float[] scores;

    private Ranking(int[] indices, float[] scores) {
        this.indices = indices;
        this.scores = scores;
    }

    /// The `n` best-scored indices that are not in `seen`. A score of `NaN` or negative infinity means "not to be
    /// recommended".
    ///
    /// @param scores one a candidate; read, not kept
    public static Ranking best(float[] scores, Profile seen, int n) {
        return best(scores, seen.items(), n);
    }

    /// The `n` best-scored indices that are not in `excluded`, which ascends.
    public static Ranking best(float[] scores, int[] excluded, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, was " + n);
        }
        // Keys whose order is (score, then the smaller index) go into a buffer of twice `n`; when it is full, the `n`
        // largest stay. A heap would move each of them through its levels, and no processor foresees where to.
        int most = Math.min(n, scores.length);
        long[] kept = new long[most == 0 ? 0 : Math.min(scores.length, most + Math.max(most, SPARE))];
        float floor = Float.NEGATIVE_INFINITY; // what scores as the least that stays comes after it, so stays out
        int size = 0;
        int skip = 0;
        for (int index = 0; index < scores.length && most > 0; index++) {
            if (!(scores[index] > floor)) {
                continue;
            }
            while (skip < excluded.length && excluded[skip] < index) {
                skip++;
            }
            if (skip < excluded.length && excluded[skip] == index) {
                continue;
            }
            if (size == kept.length) {
                floor = scores[~(int) keepLargest(kept, most)];
                size = most;
            }
            kept[size] = key(scores[index], index);
            size += scores[index] > floor ? 1 : 0;
        }
        Arrays.sort(kept, 0, size);
        int end = size;
        size = Math.min(size, most);
        int[] indices = new int[size];
        float[] best = new float[size];
        for (int k = 0; k < size; k++) {
            indices[k] = ~(int) kept[end - 1 - k];
            best[k] = scores[indices[k]];
        }
        return new Ranking(indices, best);
    }

    /// A ranking in an order of its own, best first, whose scores need not fall; both arrays are copied.
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public static Ranking of(int[] indices, float[] scores) {
        if (indices.length != scores.length) {
            throw new IllegalArgumentException(
                    "a ranking needs a score an index: " + indices.length + " indices, " + scores.length + " scores");
        }
        return new Ranking(indices.clone(), scores.clone());
    }

    /// The ranking without the indices that do not pass, in the same order.
    public Ranking where(IntPredicate passes) {
        int[] kept = new int[indices.length];
        float[] keptScores = new float[indices.length];
        int size = 0;
        for (int rank = 0; rank < indices.length; rank++) {
            if (passes.test(indices[rank])) {
                kept[size] = indices[rank];
                keptScores[size++] = scores[rank];
            }
        }
        return new Ranking(Arrays.copyOf(kept, size), Arrays.copyOf(keptScores, size));
    }

    /// The first `n`, or all if there are fewer.
    public Ranking first(int n) {
        int size = Math.min(n, indices.length);
        return new Ranking(Arrays.copyOf(indices, size), Arrays.copyOf(scores, size));
    }

    private static long key(float score, int index) {
        int bits = Float.floatToIntBits(score + 0f); // + 0 makes -0 and 0 equal
        int ordered = bits ^ (bits >> 31 & 0x7fff_ffff);
        return (long) ordered << 32 | (~index & 0xffff_ffffL);
    }

    /// Moves the `n` largest of different keys to the front (Hoare's quickselect, 1961).
    ///
    /// @param n in [1, `keys.length`)
    /// @return the smallest of the `n`
    private static long keepLargest(long[] keys, int n) {
        int low = 0;
        int high = keys.length - 1;
        while (low < high) {
            long pivot = keys[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (keys[left] > pivot) {
                    left++;
                }
                while (keys[right] < pivot) {
                    right--;
                }
                if (left <= right) {
                    long other = keys[left];
                    keys[left++] = keys[right];
                    keys[right--] = other;
                }
            }
            if (n - 1 <= right) {
                high = right;
            } else if (n - 1 >= left) {
                low = left;
            } else {
                break;
            }
        }
        return keys[n - 1];
    }

    public int size() {
        return indices.length;
    }

    /// The index (of an item, or of a user) at a rank, 0 the best.
    public int index(int rank) {
        return indices[rank];
    }

    /// The score at a rank, 0 the best.
    public float score(int rank) {
        return scores[rank];
    }

    /// A copy of the indices, best first.
    public int[] indices() {
        return indices.clone();
    }
}
