package io.osusume.tune;

import io.osusume.data.Interactions;
import io.osusume.data.RandomOrder;
import io.osusume.data.TrainingData;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The training users of each rung of the ladder: a ninth, a third, all. Who trains on one rung trains on all above it.
final class Rungs {
    static final int COUNT = 3;

    /// How many times as many users the next rung has, and how many times fewer configurations.
    static final int ETA = 3;

    private final TrainingData all;
    private final int[] drawn;

    /// Deals all users out at random.
    Rungs(TrainingData all, long seed) {
        this.all = all;
        this.drawn = RandomOrder.of(all.interactions().userCount(), new SplittableRandom(seed));
    }

    /// How many of a number of configurations are judged on a rung, one at least.
    static int places(int trials, int rung) {
        return share(trials, rung - 1);
    }

    /// How many users train on a rung, one at least.
    int users(int rung) {
        return share(drawn.length, COUNT - rung);
    }

    /// The whole divided by ETA so many times, rounded up.
    private static int share(int whole, int times) {
        int divisor = 1;
        for (int k = 0; k < times; k++) {
            divisor *= ETA;
        }
        return Math.max(1, Math.ceilDiv(whole, divisor));
    }

    /// The entries of a rung's users, in the order they have in the whole.
    TrainingData data(int rung) {
        int users = users(rung);
        if (users == drawn.length) {
            return all;
        }
        int[] others = Arrays.copyOfRange(drawn, users, drawn.length);
        Arrays.sort(others);
        Interactions part = all.interactions().withoutUsers(others);
        return new TrainingData(part, all.facts());
    }
}
