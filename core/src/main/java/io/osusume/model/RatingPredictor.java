package io.osusume.model;

import io.osusume.data.Profile;

/// A model that says which score a user would give, also a user it never saw. Immutable and safe for use by
/// many threads.
public interface RatingPredictor {
    /// The word in reports: `damped-means`, ...
    String name();

    /// How many items it knows.
    int itemCount();

    /// The rating expected of every item from the user who has a profile; an item or user of whom nothing is
    /// known gets a mean.
    ///
    /// @param profile ratings in [0, 1]; entries without one say nothing
    /// @param ratings `itemCount` long, overwritten, each in [0, 1]
    void predict(Profile profile, float[] ratings);

    /// The ratings expected of some items, each in [0, 1]: what [#predict] gives them, and cheaper where few are asked
    /// about.
    ///
    /// @return one an item, owned by the caller
    default float[] predict(Profile profile, int[] items) {
        float[] all = new float[itemCount()];
        predict(profile, all);
        float[] some = new float[items.length];
        for (int k = 0; k < items.length; k++) {
            some[k] = all[items[k]];
        }
        return some;
    }
}
