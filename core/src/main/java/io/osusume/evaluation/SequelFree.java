package io.osusume.evaluation;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.BitSet;

/// The task without the easy part: every item of a franchise that has an item in the folded-in list is
/// taken out of the ranking and out of what must be found. Immutable.
///
/// What is left asks for new worlds, not for the next season of one the user is in already. A user with
/// nothing left to find drops out.
public final class SequelFree {
    /// The slice's name in reports.
    public static final String SLICE = "sequel-free";

    private final Franchises franchises;

    /// @param franchises of all items
    public SequelFree(Franchises franchises) {
        this.franchises = franchises;
    }

    /// The items that are neither ranked nor looked for, ascending: the list itself and its franchise
    /// mates.
    public int[] excluded(Profile foldIn) {
        BitSet excluded = new BitSet();
        for (int k = 0; k < foldIn.size(); k++) {
            int franchise = franchises.of(foldIn.item(k));
            for (int place = 0; place < franchises.size(franchise); place++) {
                excluded.set(franchises.member(franchise, place));
            }
        }
        return excluded.stream().toArray();
    }

    /// The held-out items that are still looked for, ascending; possibly none.
    ///
    /// @param excluded what [#excluded] gave for the same user
    public static int[] remaining(HeldOutUser user, int[] excluded) {
        return Arrays.stream(user.heldOut())
                .filter(item -> Arrays.binarySearch(excluded, item) < 0)
                .toArray();
    }
}
