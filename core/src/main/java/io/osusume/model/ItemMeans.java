package io.osusume.model;

import io.osusume.data.Interactions;

/// The mean scaled rating of each item, damped by some entries of the mean of all; an item nobody scored has the
/// mean of all. It owns its arrays.
public final class ItemMeans {
    private final double mean;
    private final double[] means;
    private final int[] scored;

    /// @param weight how many entries of the mean of all each item is given, more than 0
    public ItemMeans(Interactions training, double weight) {
        means = new double[training.itemCount()];
        scored = new int[means.length];
        double all = 0;
        long allScored = 0;
        for (int entry = 0; entry < training.size(); entry++) {
            float rating = training.rating(entry);
            if (!Float.isNaN(rating)) {
                means[training.item(entry)] += rating;
                scored[training.item(entry)]++;
                all += rating;
                allScored++;
            }
        }
        mean = allScored == 0 ? 0 : all / allScored;
        for (int item = 0; item < means.length; item++) {
            means[item] = (means[item] + weight * mean) / (scored[item] + weight);
        }
    }

    /// The mean of all scaled ratings; 0 if there is none.
    public double mean() {
        return mean;
    }

    /// The damped mean of an item.
    public double of(int item) {
        return means[item];
    }

    /// How many users scored an item.
    public int scored(int item) {
        return scored[item];
    }
}
