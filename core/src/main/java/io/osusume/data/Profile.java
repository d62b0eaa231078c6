package io.osusume.data;

import java.util.Arrays;

/// One user's interactions: items in ascending order and their scaled ratings.
///
/// Shape: `size` entries. Ratings are in [0, 1], or `NaN` for watched but not scored. The profile owns its arrays.
public final class Profile {
    private final int[] items;
    private final float[] ratings;

    private Profile(int[] items, float[] ratings) {
        this.items = items;
        this.ratings = ratings;
    }

    /// A profile of the given interactions, in any order; the arrays are copied.
    ///
    /// @throws IllegalArgumentException if the lengths differ, an item is negative or stands twice,
    ///     or a rating is neither in [0, 1] nor `NaN`
    public static Profile of(int[] items, float[] ratings) {
        if (items.length != ratings.length) {
            throw new IllegalArgumentException(
                    "a profile needs a rating an item: " + items.length + " items, " + ratings.length + " ratings");
        }
        int[] sorted = items.clone();
        Arrays.sort(sorted);
        float[] aligned = new float[sorted.length];
        for (int k = 0; k < items.length; k++) {
            float rating = ratings[k];
            if (rating < 0 || rating > 1) {
                throw new IllegalArgumentException("a scaled rating must be in [0, 1] or NaN, was " + rating);
            }
            aligned[Arrays.binarySearch(sorted, items[k])] = rating;
        }
        for (int k = 0; k < sorted.length; k++) {
            if (sorted[k] < 0) {
                throw new IllegalArgumentException("an item index must not be negative, was " + sorted[k]);
            }
            if (k > 0 && sorted[k] == sorted[k - 1]) {
                throw new IllegalArgumentException("item " + sorted[k] + " stands twice in a profile");
            }
        }
        return new Profile(sorted, aligned);
    }

    /// A profile of items without ratings (watched, not scored).
    public static Profile ofItems(int... items) {
        float[] ratings = new float[items.length];
        Arrays.fill(ratings, Float.NaN);
        return of(items, ratings);
    }

    /// Takes ascending items and ratings that are already checked and not shared.
    static Profile owning(int[] items, float[] ratings) {
        return new Profile(items, ratings);
    }

    public int size() {
        return items.length;
    }

    /// The item index of entry `k`, ascending in `k`.
    public int item(int k) {
        return items[k];
    }

    /// The scaled rating of entry `k`, in [0, 1] or `NaN`.
    public float rating(int k) {
        return ratings[k];
    }

    /// The mean of the scaled ratings; `NaN` if no entry is scored.
    public double meanRating() {
        double sum = 0;
        int scored = 0;
        for (float rating : ratings) {
            if (!Float.isNaN(rating)) {
                sum += rating;
                scored++;
            }
        }
        return sum / scored;
    }

    public boolean contains(int item) {
        return Arrays.binarySearch(items, item) >= 0;
    }

    /// A copy of the item indices, ascending.
    public int[] items() {
        return items.clone();
    }
}
