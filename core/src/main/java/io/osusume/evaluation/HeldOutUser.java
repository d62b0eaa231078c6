package io.osusume.evaluation;

import io.osusume.data.Profile;

/// A user the models never saw: the part of the list they get, and the part they must find again.
public final class HeldOutUser {
    private final long userId;
    private final Profile foldIn;
    private final int[] heldOut;

    /// @param heldOut item indices in any order, at least one, none of them in `foldIn`; copied
    /// @throws IllegalArgumentException if nothing is held out or an item stands on both sides
    public HeldOutUser(long userId, Profile foldIn, int[] heldOut) {
        if (heldOut.length == 0) {
            throw new IllegalArgumentException("user " + userId + " has no held-out item");
        }
        for (int item : heldOut) {
            if (foldIn.contains(item)) {
                throw new IllegalArgumentException(
                        "item " + item + " of user " + userId + " is folded in and held out");
            }
        }
        this.userId = userId;
        this.foldIn = foldIn;
        this.heldOut = java.util.Arrays.stream(heldOut).sorted().distinct().toArray();
    }

    public long userId() {
        return userId;
    }

    public Profile foldIn() {
        return foldIn;
    }

    /// A copy of the held-out item indices, ascending.
    public int[] heldOut() {
        return heldOut.clone();
    }
}
