package io.osusume.data;

import java.util.SplittableRandom;

/// Uniform random orders. The same generator in the same state gives the same order.
///
/// Source: Fisher and Yates, Statistical Tables (1938); in place by Durstenfeld, Algorithm 235 (1964).
public final class RandomOrder {
    private RandomOrder() {}

    /// A generator of its own for each user: what one user draws changes nobody else's draws.
    public static SplittableRandom ofUser(long seed, long user) {
        return new SplittableRandom(seed ^ (user + 1) * 0xBF58_476D_1CE4_E5B9L);
    }

    /// The numbers from 0 to `n - 1`; owned by the caller.
    public static int[] of(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int number = 0; number < n; number++) {
            int place = random.nextInt(number + 1);
            order[number] = order[place];
            order[place] = number;
        }
        return order;
    }

    /// Brings all values into a random order.
    public static void shuffle(int[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            swap(values, k, random.nextInt(k + 1));
        }
    }

    /// Fills the first `picked` of the first `n` places with a uniform choice of the values there, their order random.
    public static void shuffleStart(int[] values, int n, int picked, SplittableRandom random) {
        for (int k = 0; k < picked; k++) {
            swap(values, k, k + random.nextInt(n - k));
        }
    }

    private static void swap(int[] values, int a, int b) {
        int kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }
}
