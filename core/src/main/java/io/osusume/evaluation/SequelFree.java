package io.osusume.evaluation;

import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.BitSet;

/// The task without the easy part: every item of a franchise that has an item in the folded-in list is
/// taken out of the ranking and out of what must be found. Immutable; it owns its arrays.
///
/// What is left asks for new worlds, not for the next season of one the user is in already. A user with
/// nothing left to find drops out.
public final class SequelFree {
    /// The slice's name in reports.
    public static final String SLICE = "sequel-free";

    private final int[] franchiseOfItem;
    private final int[][] items;

    /// @param franchiseOfItem a number an item, the same for items that belong together; in [0,
    ///     items); copied
    public SequelFree(int[] franchiseOfItem) {
        this.franchiseOfItem = franchiseOfItem.clone();
        int[] sizes = new int[franchiseOfItem.length];
        for (int franchise : franchiseOfItem) {
            sizes[franchise]++;
        }
        this.items = new int[franchiseOfItem.length][];
        for (int item = franchiseOfItem.length - 1; item >= 0; item--) {
            int franchise = franchiseOfItem[item];
            if (items[franchise] == null) {
                items[franchise] = new int[sizes[franchise]];
            }
            items[franchise][--sizes[franchise]] = item;
        }
    }

    /// The items that are neither ranked nor looked for, ascending: the list itself and its franchise
    /// mates.
    public int[] excluded(Profile foldIn) {
        BitSet excluded = new BitSet(franchiseOfItem.length);
        for (int k = 0; k < foldIn.size(); k++) {
            for (int mate : items[franchiseOfItem[foldIn.item(k)]]) {
                excluded.set(mate);
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
