package io.osusume.model;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import java.util.SplittableRandom;

/// Small made-up data for contract tests.
public final class SampleInteractions {
    private SampleInteractions() {}

    /// Users and items fall into two halves, even and odd; every user has all items of the own half but the one with
    /// the user's own index. A model that has understood this recommends item `u` first to user `u`.
    public static Interactions checkerboard(int side, RatingScale scale) {
        InteractionsBuilder builder = new InteractionsBuilder(side, side, scale);
        for (int user = 0; user < side; user++) {
            for (int item = user % 2; item < side; item += 2) {
                if (item != user) {
                    builder.add(user, item, (user + item) % 3 == 0 ? 0 : 7 + item % 4);
                }
            }
        }
        return builder.build();
    }

    /// About `perUser` random items a user, the low indices more often; user 0 and the last item have none.
    public static Interactions random(int users, int items, int perUser, RatingScale scale, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder builder = new InteractionsBuilder(users, items, scale);
        for (int user = 1; user < users; user++) {
            for (int k = 0; k < perUser; k++) {
                double place = random.nextDouble();
                builder.add(user, (int) (place * place * (items - 1)), random.nextInt(11));
            }
        }
        return builder.build();
    }
}
