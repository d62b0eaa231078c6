package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.data.RatingScale;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/// Seeded interactions of a given size whose users all have about as many items, drawn with popularity
/// falling like `1 / (rank + 60)`, and whose ratings follow the real data's: 45% unscored, the rest
/// around 7.5.
final class SimulatedInteractions {
    private static final double UNSCORED = .45;

    private SimulatedInteractions() {}

    /// @param size how many interactions, shared out evenly among the users
    static Interactions of(int userCount, int itemCount, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] cumulative = new double[itemCount];
        double sum = 0;
        for (int item = 0; item < itemCount; item++) {
            sum += 1 / (item + 60.);
            cumulative[item] = sum;
        }
        int[] offsets = new int[userCount + 1];
        int[] items = new int[size];
        float[] ratings = new float[size];
        BitSet list = new BitSet(itemCount);
        for (int user = 0; user < userCount; user++) {
            int count = (int) ((long) size * (user + 1) / userCount - (long) size * user / userCount);
            list.clear();
            for (int missing = count; missing > 0; ) {
                int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
                int item = found < 0 ? ~found : found;
                if (!list.get(item)) {
                    list.set(item);
                    missing--;
                }
            }
            int at = offsets[user];
            for (int item = list.nextSetBit(0); item >= 0; item = list.nextSetBit(item + 1)) {
                items[at] = item;
                ratings[at++] = RatingScale.SCORED_ONLY.scaled(rating(random));
            }
            offsets[user + 1] = at;
        }
        return Interactions.owning(itemCount, offsets, items, ratings, RatingScale.SCORED_ONLY);
    }

    private static int rating(SplittableRandom random) {
        if (random.nextDouble() < UNSCORED) {
            return 0;
        }
        return (int) Math.clamp(Math.round(7.5 + 1.6 * random.nextGaussian()), 1L, 10L);
    }
}
