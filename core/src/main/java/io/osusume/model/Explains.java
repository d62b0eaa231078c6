package io.osusume.model;

import io.osusume.data.Profile;

/// A model whose scores, or the linear part of them, are sums of what each item of a list says.
public interface Explains {
    /// How much each entry of a profile adds to the linear score of an item, against it when negative.
    ///
    /// @return one number an entry, in the order of the profile; their sum is the linear score. Owned by
    ///     the caller
    float[] contributions(Profile profile, int item);
}
