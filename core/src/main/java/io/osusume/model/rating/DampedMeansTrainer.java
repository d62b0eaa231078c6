package io.osusume.model.rating;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.model.TrainingException;

/// Finds the deviations of [DampedMeans] in turns: items given the users, users given the items.
///
/// @param userDamping how many ratings without a deviation a user is given, at least 0
/// @param itemDamping the same of an item
/// @param rounds how often both take their turn, at least 1
public record DampedMeansTrainer(double userDamping, double itemDamping, int rounds) {
    public DampedMeansTrainer {
        atLeastZero("user-damping", userDamping);
        atLeastZero("item-damping", itemDamping);
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
        }
    }

    private static void atLeastZero(String name, double number) {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0, was " + number);
        }
    }

    /// The settings found best on the validation users of a split of 5,000 real lists: RMSE .1396 in [0, 1],
    /// where a damping of 5 and one round have .1410.
    public static DampedMeansTrainer defaults() {
        return new DampedMeansTrainer(2, 3, 10);
    }

    /// Means of the entries that have a rating.
    ///
    /// @throws TrainingException if none has
    public DampedMeans train(Interactions training) {
        double sum = 0;
        long scored = 0;
        for (int entry = 0; entry < training.size(); entry++) {
            if (!Float.isNaN(training.rating(entry))) {
                sum += training.rating(entry);
                scored++;
            }
        }
        if (scored == 0) {
            throw new TrainingException(
                    DampedMeans.NAME + " needs ratings, and none of " + training.size() + " entries has one");
        }
        double mean = sum / scored;
        float[] items = new float[training.itemCount()];
        double[] users = new double[training.userCount()];
        for (int round = 0; round < rounds; round++) {
            items = itemDeviations(training, mean, users);
            DampedMeans means = new DampedMeans(mean, userDamping, items);
            for (int user = 0; user < users.length; user++) {
                users[user] = means.userDeviation(training.profile(user));
            }
        }
        return new DampedMeans(mean, userDamping, items);
    }

    private float[] itemDeviations(Interactions training, double mean, double[] users) {
        double[] sums = new double[training.itemCount()];
        int[] scored = new int[sums.length];
        for (int user = 0; user < users.length; user++) {
            for (int entry = training.begin(user); entry < training.end(user); entry++) {
                if (!Float.isNaN(training.rating(entry))) {
                    sums[training.item(entry)] += training.rating(entry) - mean - users[user];
                    scored[training.item(entry)]++;
                }
            }
        }
        float[] deviations = new float[sums.length];
        for (int item = 0; item < sums.length; item++) {
            deviations[item] = scored[item] == 0 ? 0 : (float) (sums[item] / (scored[item] + itemDamping));
        }
        return deviations;
    }

    /// Restores means from what [DampedMeans#state()] gave.
    public DampedMeans restore(Tensors state, Interactions training) {
        return DampedMeans.of(state, training);
    }
}
