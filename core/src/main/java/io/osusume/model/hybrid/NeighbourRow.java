package io.osusume.model.hybrid;

import java.util.Arrays;

/// The neighbours of one item, copied out of [Neighbours]: first those kept for their weight, then those kept for the
/// users in common alone, each part's items ascending. Belongs to one thread; may be read again for another item.
///
/// Shape: with `w` neighbours kept for their weight and `s` in all, a row is `w` weights in steps of the row's scale,
/// `s` items and `s` users in common as a 65,535th of the smaller item's: 16 bits each. What a sum over weights needs
/// is its beginning.
final class NeighbourRow {
    private static final float STEPS = 65_535;

    /// As the shape says; only [Neighbours] writes to it.
    final short[] numbers;

    private int weighted;
    private int size;
    private float scale;

    /// @param longest the most numbers a row may have
    NeighbourRow(int longest) {
        this.numbers = new short[longest];
    }

    /// How many numbers a row has.
    static int length(int byWeight, int byUsersAlone) {
        return 3 * byWeight + 2 * byUsersAlone;
    }

    /// How many neighbours a row of some length has.
    static int size(int weighted, int length) {
        return (length - weighted) / 2;
    }

    /// Says what the numbers are.
    void holds(int weighted, int length, float scale) {
        this.weighted = weighted;
        this.size = size(weighted, length);
        this.scale = scale;
    }

    /// How many neighbours there are.
    int size() {
        return size;
    }

    /// How many of them have a weight: the first ones.
    int weighted() {
        return weighted;
    }

    int item(int k) {
        return numbers[weighted + k] & 0xffff;
    }

    /// The weight of a neighbour that has one.
    ///
    /// @param k below [#weighted()]
    float weight(int k) {
        return scale * numbers[k];
    }

    /// The users in common as a share of the smaller item's, in [0, 1].
    float share(int k) {
        return share((char) numbers[weighted + size + k]);
    }

    /// A share in [0, 1] of its 65,535ths.
    static float share(char steps) {
        return steps * (1 / STEPS);
    }

    /// Collects what the neighbours that have a place in a table say: the weights in their order, and of all the
    /// shares,
    /// in 65,535ths, 0 where a place has none.
    ///
    /// The loops have no branch that depends on an item: some are found, at random, which no processor foresees.
    ///
    /// @param placeOf by item its place + 1, 0 for those without one
    /// @param weights written from `at`
    /// @param places written from `at`; both have room for one more than there are neighbours with a weight
    /// @param shares by place + 1, overwritten; what stands at 0 means nothing
    /// @return how many weights were found
    int find(char[] placeOf, float[] weights, char[] places, int at, char[] shares) {
        Arrays.fill(shares, (char) 0);
        int count = at;
        int n = weighted; // fields would be read again after every write
        int all = size;
        float step = scale;
        for (int k = 0; k < n; k++) {
            int place = placeOf[numbers[n + k] & 0xffff];
            weights[count] = step * numbers[k];
            places[count] = (char) (place - 1);
            shares[place] = (char) numbers[n + all + k];
            count += (place + 0xffff) >>> 16; // 1 if there is a place
        }
        for (int k = n; k < all; k++) {
            shares[placeOf[numbers[n + k] & 0xffff]] = (char) numbers[n + all + k];
        }
        return count - at;
    }
}
