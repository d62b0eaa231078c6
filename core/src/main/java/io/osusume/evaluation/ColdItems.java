package io.osusume.evaluation;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.model.FoldIn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Items made cold: as if nobody had watched them yet, to see what a model finds of them.
///
/// The held-out-items protocol: of the items with enough training users a share is drawn; every interaction with a
/// drawn item leaves the training data and the fold-in parts. A held-out user must find the drawn items of the whole
/// list again, and only drawn items are ranked. Users without one are left out, and so are those of whom
/// nothing else is known.
public final class ColdItems {
    private final BitSet cold;
    private final Split split;

    private ColdItems(BitSet cold, Split split) {
        this.cold = cold;
        this.split = split;
    }

    /// Draws the items.
    ///
    /// @param share of the items that may be drawn, in (0, 1)
    /// @param minUsers items with fewer training users are never drawn
    /// @param seed the same seed draws the same items
    /// @throws IllegalArgumentException if the share is out of its range, or no item is left to draw
    public static ColdItems draw(Split split, double share, int minUsers, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of cold items must be in (0, 1), was " + share);
        }
        int[] users = split.training().itemCounts();
        List<Integer> eligible = new ArrayList<>(IntStream.range(0, users.length)
                .filter(item -> users[item] >= minUsers)
                .boxed()
                .toList());
        int drawn = (int) Math.round(share * eligible.size());
        if (drawn == 0) {
            throw new IllegalArgumentException("no cold item can be drawn: " + eligible.size() + " of " + users.length
                    + " items have at least " + minUsers + " training users, and the share is " + share);
        }
        Collections.shuffle(eligible, new Random(seed));
        BitSet cold = new BitSet(users.length);
        eligible.subList(0, drawn).forEach(cold::set);
        return new ColdItems(cold, without(cold, split));
    }

    private static Split without(BitSet cold, Split split) {
        Interactions all = split.training();
        int[] offsets = new int[all.userCount() + 1];
        int[] items = new int[all.size()];
        float[] ratings = new float[all.size()];
        int kept = 0;
        for (int user = 0; user < all.userCount(); user++) {
            for (int entry = all.begin(user); entry < all.end(user); entry++) {
                if (!cold.get(all.item(entry))) {
                    items[kept] = all.item(entry);
                    ratings[kept++] = all.rating(entry);
                }
            }
            offsets[user + 1] = kept;
        }
        return new Split(
                split.items(),
                split.users(),
                Interactions.owning(
                        all.itemCount(),
                        offsets,
                        java.util.Arrays.copyOf(items, kept),
                        java.util.Arrays.copyOf(ratings, kept),
                        all.scale()),
                without(cold, split.validation()),
                without(cold, split.test()));
    }

    private static List<HeldOutUser> without(BitSet cold, List<HeldOutUser> users) {
        List<HeldOutUser> judges = new ArrayList<>();
        for (HeldOutUser user : users) {
            Profile foldIn = user.foldIn();
            int[] warm = IntStream.range(0, foldIn.size())
                    .filter(entry -> !cold.get(foldIn.item(entry)))
                    .toArray();
            int[] truth = IntStream.concat(IntStream.of(foldIn.items()), IntStream.of(user.heldOut()))
                    .filter(cold::get)
                    .toArray();
            if (warm.length > 0 && truth.length > 0) {
                int[] items = new int[warm.length];
                float[] ratings = new float[warm.length];
                for (int k = 0; k < warm.length; k++) {
                    items[k] = foldIn.item(warm[k]);
                    ratings[k] = foldIn.rating(warm[k]);
                }
                judges.add(new HeldOutUser(user.userId(), Profile.of(items, ratings), truth));
            }
        }
        return judges;
    }

    /// How many items were drawn.
    public int size() {
        return cold.cardinality();
    }

    /// True if the item was drawn.
    public boolean contains(int item) {
        return cold.get(item);
    }

    /// The split in which nobody has a drawn item but in the held-out parts.
    public Split split() {
        return split;
    }

    /// A model trained on [#split()] that ranks the drawn items alone, for [Evaluator].
    public FoldIn only(FoldIn model) {
        return new Restricted(model, cold);
    }

    /// A model that knows nothing: a seeded random order of the drawn items, another for every list.
    public FoldIn random(long seed) {
        return new Restricted(new Shuffled(split.training(), seed), cold);
    }

    private record Restricted(FoldIn model, BitSet cold) implements FoldIn {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public Interactions training() {
            return model.training();
        }

        @Override
        public void score(Profile profile, float[] scores) {
            model.score(profile, scores);
            for (int item = cold.nextClearBit(0); item < scores.length; item = cold.nextClearBit(item + 1)) {
                scores[item] = Float.NEGATIVE_INFINITY;
            }
        }

        @Override
        public Tensors state() {
            return model.state();
        }
    }

    private record Shuffled(Interactions training, long seed) implements FoldIn {
        @Override
        public String name() {
            return "random";
        }

        @Override
        public void score(Profile profile, float[] scores) {
            Random random = new Random(seed + java.util.Arrays.hashCode(profile.items()));
            for (int item = 0; item < scores.length; item++) {
                scores[item] = random.nextFloat();
            }
        }

        @Override
        public Tensors state() {
            return Tensors.of(java.util.Map.of("seed", Long.toString(seed)));
        }
    }
}
