package io.osusume.evaluation;

import io.osusume.data.Profile;

/// A user the models never saw: the part of the list they get, and the part they must find again.
public final class HeldOutUser {
    private final long userId;
    private final Profile foldIn;
    private final Profile heldOut;

    /// A user of whose held-out items no rating is known.
    ///
    /// @param heldOut item indices in any order, at least one, none of them in `foldIn`; copied
    /// @throws IllegalArgumentException if nothing is held out or an item stands on both sides
    public HeldOutUser(long userId, Profile foldIn, int[] heldOut) {
        this(
                userId,
                foldIn,
                Profile.ofItems(java.util.Arrays.stream(heldOut).distinct().toArray()));
    }

    /// @param heldOut items with their ratings, at least one, none of them in `foldIn`
    /// @throws IllegalArgumentException if nothing is held out or an item stands on both sides
    public HeldOutUser(long userId, Profile foldIn, Profile heldOut) {
        if (heldOut.size() == 0) {
            throw new IllegalArgumentException("user " + userId + " has no held-out item");
        }
        for (int item : heldOut.items()) {
            if (foldIn.contains(item)) {
                throw new IllegalArgumentException(
                        "item " + item + " of user " + userId + " is folded in and held out");
            }
        }
        this.userId = userId;
        this.foldIn = foldIn;
        this.heldOut = heldOut;
    }

    public long userId() {
        return userId;
    }

    public Profile foldIn() {
        return foldIn;
    }

    /// A copy of the held-out item indices, ascending.
    public int[] heldOut() {
        return heldOut.items();
    }

    /// The ratings of [#heldOut()], in [0, 1] or `NaN` for watched but not scored. Owned by the caller.
    public float[] heldOutRatings() {
        float[] ratings = new float[heldOut.size()];
        for (int k = 0; k < ratings.length; k++) {
            ratings[k] = heldOut.rating(k);
        }
        return ratings;
    }
}
