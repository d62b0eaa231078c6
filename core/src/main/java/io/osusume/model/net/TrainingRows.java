package io.osusume.model.net;

import io.osusume.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The rows a net learns from, one `long` each so that a shuffle moves 8 bytes: the user in the upper
/// 32 bits, below them the item in 28 and the rating of 0 to 10 in 4. Users repeat, order is free.
final class TrainingRows {
    private static final int MAX_ITEMS = 1 << 28;

    private TrainingRows() {}

    static long row(int user, int item, int rating) {
        return (long) user << 32 | (long) item << 4 | rating;
    }

    static int user(long row) {
        return (int) (row >>> 32);
    }

    static int item(long row) {
        return (int) row >>> 4;
    }

    static int rating(long row) {
        return (int) row & 15;
    }

    /// All rows that take part, users and items ascending.
    ///
    /// @throws IllegalArgumentException if there are 2^28 items or more
    static long[] of(Interactions interactions, UnscoredRows unscored) {
        if (interactions.itemCount() >= MAX_ITEMS) {
            throw new IllegalArgumentException(
                    "the net takes fewer than " + MAX_ITEMS + " items, found " + interactions.itemCount());
        }
        long[] rows = new long[interactions.size()];
        int count = 0;
        for (int user = 0; user < interactions.userCount(); user++) {
            for (int k = interactions.begin(user); k < interactions.end(user); k++) {
                int rating = interactions.scale().rating(interactions.rating(k));
                if (unscored.trains(rating)) {
                    rows[count++] = row(user, interactions.item(k), rating);
                }
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /// Brings the rows [0, `count`) into a uniformly random order.
    static void shuffle(long[] rows, int count, SplittableRandom random) {
        draw(rows, 0, count, count, random);
    }

    /// Fills the places [from, to) with rows drawn at random from [from, `count`): one stretch of a
    /// shuffle (Fisher and Yates, 1938; Durstenfeld, 1964), which may be done stretch by stretch from
    /// the front.
    static void draw(long[] rows, int from, int to, int count, SplittableRandom random) {
        for (int k = from; k < to; k++) {
            int other = k + (int) (((random.nextInt() & 0xffff_ffffL) * (count - k)) >>> 32);
            long kept = rows[k];
            rows[k] = rows[other];
            rows[other] = kept;
        }
    }
}
