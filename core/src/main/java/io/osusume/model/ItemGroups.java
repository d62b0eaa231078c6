package io.osusume.model;

import io.osusume.data.Interactions;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Sets of items that belong together, such as franchises: a linear model counts each as `weight`
/// made-up users who have all of it. Immutable; it owns its arrays.
public final class ItemGroups {
    /// No groups: only real users count.
    public static final ItemGroups NONE = new ItemGroups(List.of(), 0);

    private final List<int[]> groups;
    private final double weight;

    private ItemGroups(List<int[]> groups, double weight) {
        this.groups = groups;
        this.weight = weight;
    }

    /// The given groups, copied. An item may be in several; a group of one item teaches nothing and is left
    /// out.
    ///
    /// @param groups item indices, each once a group
    /// @param weight in users, more than 0
    /// @throws IllegalArgumentException if the weight is out of its range, or an item is negative or stands
    ///     twice
    public static ItemGroups of(Collection<int[]> groups, double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of a group must be more than 0, was " + weight);
        }
        for (int[] group : groups) {
            if (IntStream.of(group).filter(item -> item >= 0).distinct().count() != group.length) {
                throw new IllegalArgumentException(
                        "the items of a group must be at least 0 and stand there once, were " + Arrays.toString(group));
            }
        }
        return new ItemGroups(
                groups.stream()
                        .filter(group -> group.length > 1)
                        .map(int[]::clone)
                        .toList(),
                weight);
    }

    /// How many groups there are.
    public int size() {
        return groups.size();
    }

    /// In users.
    public double weight() {
        return weight;
    }

    /// How many users each item has, the made-up ones included: `itemCount` numbers, owned by the caller.
    ///
    /// @throws IllegalArgumentException if a group has an item that the training data does not know
    public double[] users(Interactions training) {
        int[] real = training.itemCounts();
        double[] users = new double[real.length];
        for (int item = 0; item < users.length; item++) {
            users[item] = real[item];
        }
        for (int[] group : groups) {
            for (int item : group) {
                if (item >= users.length) {
                    throw new IllegalArgumentException(
                            "a group has item " + item + ", but there are only " + users.length + " items");
                }
                users[item] += weight;
            }
        }
        return users;
    }

    /// Adds the made-up users to a matrix of co-occurrences.
    ///
    /// @param matrix `itemCount` x `itemCount` row-major
    void addTo(float[] matrix, int itemCount) {
        for (int[] group : groups) {
            for (int item : group) {
                for (int other : group) {
                    matrix[item * itemCount + other] += (float) weight;
                }
            }
        }
    }
}
