package io.osusume.evaluation;

import io.osusume.kernel.Threads;
import io.osusume.model.RatingPredictor;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How far the ratings a model expects lie from those users gave who were never seen: held-out entries
/// without a rating are left out. Immutable; it owns its arrays.
///
/// Intervals draw users, not entries, since a user's errors are alike.
public final class RatingEvaluation {
    /// What is reported.
    public enum Metric {
        /// The root of the mean squared error.
        RMSE {
            @Override
            double of(double[] squared, double[] absolute, long entries, int[] users) {
                return Math.sqrt(sum(squared, users) / entries);
            }
        },
        /// The mean absolute error.
        MAE {
            @Override
            double of(double[] squared, double[] absolute, long entries, int[] users) {
                return sum(absolute, users) / entries;
            }
        };

        abstract double of(double[] squared, double[] absolute, long entries, int[] users);

        private static double sum(double[] values, int[] users) {
            double sum = 0;
            for (int user : users) {
                sum += values[user];
            }
            return sum;
        }
    }

    private static final int USERS_A_TASK = 8;

    private final String model;
    private final long[] userIds;
    private final double[] squared;
    private final double[] absolute;
    private final int[] entries;

    private RatingEvaluation(String model, long[] userIds, double[] squared, double[] absolute, int[] entries) {
        this.model = model;
        this.userIds = userIds;
        this.squared = squared;
        this.absolute = absolute;
        this.entries = entries;
    }

    /// Evaluates a model on the users of one part.
    ///
    /// @throws IllegalArgumentException if the model does not know the split's items, or no held-out entry has a
    ///     rating
    public static RatingEvaluation of(RatingPredictor model, Split split, Part part, Threads threads) {
        int items = split.items().size();
        if (model.itemCount() != items) {
            throw new IllegalArgumentException("model '" + model.name() + "' rates " + model.itemCount()
                    + " items but the split has " + items + "; train it on the split's training part");
        }
        List<HeldOutUser> users = part.users(split);
        RatingEvaluation evaluation = new RatingEvaluation(
                model.name(),
                users.stream().mapToLong(HeldOutUser::userId).toArray(),
                new double[users.size()],
                new double[users.size()],
                new int[users.size()]);
        threads.run((users.size() + USERS_A_TASK - 1) / USERS_A_TASK, task -> {
            for (int k = task * USERS_A_TASK; k < Math.min(users.size(), (task + 1) * USERS_A_TASK); k++) {
                HeldOutUser user = users.get(k);
                evaluation.judge(user, k, model.predict(user.foldIn(), user.heldOut()));
            }
        });
        if (evaluation.entryCount() == 0) {
            throw new IllegalArgumentException("none of the held-out entries of the " + users.size() + " " + part.word()
                    + " users has a rating to compare with");
        }
        return evaluation;
    }

    private void judge(HeldOutUser user, int place, float[] expected) {
        float[] given = user.heldOutRatings();
        for (int k = 0; k < given.length; k++) {
            if (!Float.isNaN(given[k])) {
                double error = (double) expected[k] - given[k];
                squared[place] += error * error;
                absolute[place] += Math.abs(error);
                entries[place]++;
            }
        }
    }

    public String model() {
        return model;
    }

    /// How many held-out entries had a rating.
    public long entryCount() {
        return Arrays.stream(entries).asLongStream().sum();
    }

    /// A metric over all entries, with the 95% interval of other users of the same kind.
    public Estimate estimate(Metric metric, Bootstrap bootstrap) {
        int[] judged = judged();
        double[] drawn = resampled(judged, bootstrap, users -> value(metric, users));
        return new Estimate(
                value(metric, judged),
                Bootstrap.low(drawn),
                Bootstrap.high(drawn),
                judged.length,
                entries.length - judged.length);
    }

    /// How far this model's metric is above another's on the same users: below 0 this one is better.
    ///
    /// @throws IllegalArgumentException if the users differ
    public PairedBootstrap.Comparison compare(RatingEvaluation other, Metric metric, Bootstrap bootstrap) {
        if (!Arrays.equals(userIds, other.userIds) || !Arrays.equals(entries, other.entries)) {
            throw new IllegalArgumentException("'" + model + "' and '" + other.model
                    + "' were evaluated on other users or entries: a paired comparison needs the same");
        }
        int[] judged = judged();
        double[] drawn = resampled(judged, bootstrap, users -> value(metric, users) - other.value(metric, users));
        return new PairedBootstrap.Comparison(
                model,
                other.model,
                metric.name().toLowerCase(java.util.Locale.ROOT),
                value(metric, judged) - other.value(metric, judged),
                Bootstrap.low(drawn),
                Bootstrap.high(drawn),
                (double) Arrays.stream(drawn)
                                .filter(difference -> difference > 0)
                                .count()
                        / drawn.length,
                judged.length);
    }

    private double value(Metric metric, int[] users) {
        long count = 0;
        for (int user : users) {
            count += entries[user];
        }
        return metric.of(squared, absolute, count, users);
    }

    /// The users with at least one held-out rating.
    private int[] judged() {
        return IntStream.range(0, entries.length)
                .filter(user -> entries[user] > 0)
                .toArray();
    }

    /// A figure of users drawn again and again, ascending.
    private static double[] resampled(int[] judged, Bootstrap bootstrap, ToDoubleFunction<int[]> figure) {
        double[] drawn = new double[bootstrap.resamples()];
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        int[] users = new int[judged.length];
        for (int b = 0; b < drawn.length; b++) {
            Arrays.setAll(users, _ -> judged[random.nextInt(judged.length)]);
            drawn[b] = figure.applyAsDouble(users);
        }
        Arrays.sort(drawn);
        return drawn;
    }
}
