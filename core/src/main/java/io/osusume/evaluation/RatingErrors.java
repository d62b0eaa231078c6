package io.osusume.evaluation;

import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.RatingPredictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How far from what users gave a model's expected ratings lie, by how many of a user's ratings it knows: each step
/// says within which distance two of three expectations are.
///
/// Measured on held-out users whose lists are cut to that many ratings, drawn by a seed; a step that fewer than
/// [#FEWEST] held-out ratings could tell is absent.
///
/// @param steps by rising number of ratings
public record RatingErrors(List<Step> steps) {
    static final int FEWEST = 100;

    private static final int[] RATINGS = {1, 3, 10, 30, 100, 300};
    private static final double SHARE = 2.0 / 3;
    private static final int USERS_A_TASK = 8;
    private static final long SEED = 11;
    private static final String KNOWN = "known";
    private static final String WITHIN = "within";

    /// What holds from a number of known ratings on.
    ///
    /// @param ratings how many ratings of the user are known, at least
    /// @param within a distance, in scaled ratings (one point of ten is 1/9)
    public record Step(int ratings, double within) {}

    public RatingErrors {
        steps = List.copyOf(steps);
    }

    /// Measures a model on at most `most` users of a part of a split.
    public static RatingErrors of(RatingPredictor model, Split split, Part part, int most, Threads threads) {
        List<HeldOutUser> all = part.users(split);
        int count = Math.min(most, all.size());
        List<HeldOutUser> users = IntStream.range(0, count)
                .mapToObj(k -> all.get((int) ((long) k * all.size() / count)))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int ratings : RATINGS) {
            double[][] errors = new double[users.size()][];
            threads.run((users.size() + USERS_A_TASK - 1) / USERS_A_TASK, task -> {
                for (int k = task * USERS_A_TASK; k < Math.min(users.size(), (task + 1) * USERS_A_TASK); k++) {
                    errors[k] = errors(model, users.get(k), ratings);
                }
            });
            double[] sorted = Arrays.stream(errors)
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            if (sorted.length >= FEWEST) {
                steps.add(new Step(ratings, sorted[(int) Math.ceil(sorted.length * SHARE) - 1]));
            }
        }
        return new RatingErrors(steps);
    }

    /// The distances of one user's held-out ratings from what is expected with some of the others known; none of a
    /// user who has not so many.
    private static double[] errors(RatingPredictor model, HeldOutUser user, int ratings) {
        Profile known = user.foldIn();
        int[] scored = IntStream.range(0, known.size())
                .filter(entry -> !Float.isNaN(known.rating(entry)))
                .toArray();
        if (scored.length < ratings) {
            return new double[0];
        }
        int[] drawn = RandomOrder.of(scored.length, RandomOrder.ofUser(SEED, user.userId()));
        int[] items = new int[ratings];
        float[] kept = new float[ratings];
        for (int k = 0; k < ratings; k++) {
            items[k] = known.item(scored[drawn[k]]);
            kept[k] = known.rating(scored[drawn[k]]);
        }
        int[] asked = user.heldOut();
        float[] given = user.heldOutRatings();
        float[] expected = model.predict(Profile.of(items, kept), asked);
        return IntStream.range(0, asked.length)
                .filter(k -> !Float.isNaN(given[k]))
                .mapToDouble(k -> Math.abs((double) expected[k] - given[k]))
                .toArray();
    }

    /// The distance two of three expectations stay within where so many ratings are known; that of the first step for
    /// fewer, `NaN` without any step.
    public double within(int ratings) {
        double within = steps.isEmpty() ? Double.NaN : steps.getFirst().within();
        for (Step step : steps) {
            within = step.ratings() <= ratings ? step.within() : within;
        }
        return within;
    }

    /// Restores errors from what [#state()] gave.
    ///
    /// @throws java.util.NoSuchElementException if it is not the state of such errors
    public static RatingErrors of(Tensors state) {
        int[] ratings = state.ints(KNOWN);
        double[] within = state.doubles(WITHIN, ratings.length);
        return new RatingErrors(IntStream.range(0, ratings.length)
                .mapToObj(k -> new Step(ratings[k], within[k]))
                .toList());
    }

    /// Everything needed to restore them.
    public Tensors state() {
        int[] ratings = steps.stream().mapToInt(Step::ratings).toArray();
        double[] within = steps.stream().mapToDouble(Step::within).toArray();
        return Tensors.of(Map.of())
                .with(KNOWN, Tensor.of(ratings, ratings.length))
                .with(WITHIN, Tensor.of(within, within.length));
    }
}
