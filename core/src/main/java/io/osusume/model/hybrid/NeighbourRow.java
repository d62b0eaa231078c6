package io.osusume.model.hybrid;

import io.osusume.data.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;

/// The neighbours of one item, copied out of [Neighbours] so that those among given items are found. Belongs to one
/// thread; may be read again for another item.
///
/// Shape, in numbers of 16 bits: a bit for each of all items, set for neighbours, in words of 64, the first item
/// lowest;
/// for each word how many neighbours stand in the words before it; then for each neighbour, items ascending, the users
/// in common as a 65,535th of the smaller item's, and the weight in steps of the row's scale, 0 for one kept for its
/// users alone. Where an item's pair stands is counted from bits, which takes the same few operations for every item:
/// going through all neighbours took five times as long, because a list's candidates are fewer than an entry's
/// neighbours.
final class NeighbourRow {
    private static final float STEPS = 65_535;
    private static final int BITS = 6;
    private static final int PER_WORD = 1 << BITS;
    private static final int SHORTS = Long.BYTES / Short.BYTES;
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final long[] words;
    private final short[] numbers; // of each word, then the pairs; room for one pair more, which nobody has
    private final int[] shares; // of what is looked for
    private final int[] steps;
    private int size;
    private float scale;

    /// @param items how many there are in all
    /// @param longest the most numbers a row may have
    /// @param sought how many items may be looked for at once
    NeighbourRow(int items, int longest, int sought) {
        this.words = new long[words(items)];
        this.numbers = new short[longest + 2];
        this.shares = new int[sought];
        this.steps = new int[sought];
    }

    private static int words(int items) {
        return (items + PER_WORD - 1) >>> BITS;
    }

    /// How many numbers a row has.
    static int length(int items, int size) {
        return words(items) * (SHORTS + 1) + 2 * size;
    }

    /// How many neighbours a row of some length has.
    static int size(int items, int length) {
        return (length - words(items) * (SHORTS + 1)) / 2;
    }

    /// Lays a row.
    ///
    /// @param neighbours ascending
    /// @param shares the users in common, by item
    /// @param weights by item
    /// @param into written from `at`
    static void lay(
            int items, int[] neighbours, IntUnaryOperator shares, IntUnaryOperator weights, short[] into, int at) {
        int words = words(items);
        int ranks = at + words * SHORTS;
        int pairs = ranks + words;
        for (int k = 0; k < neighbours.length; k++) {
            int item = neighbours[k];
            into[at + item / Short.SIZE] |= (short) (1 << item % Short.SIZE);
            into[pairs + 2 * k] = (short) shares.applyAsInt(item);
            into[pairs + 2 * k + 1] = (short) weights.applyAsInt(item);
        }
        int before = 0;
        for (int word = 0; word < words; word++) {
            into[ranks + word] = (short) before;
            while (before < neighbours.length && neighbours[before] >>> BITS == word) {
                before++;
            }
        }
    }

    /// Reads the row that begins at a number.
    void read(MemorySegment rows, long begin, int length, float scaleOfRow) {
        int bits = words.length * SHORTS;
        MemorySegment.copy(rows, WORD, begin * Short.BYTES, words, 0, words.length);
        MemorySegment.copy(rows, Tensor.SHORT, (begin + bits) * Short.BYTES, numbers, 0, length - bits);
        size = (length - bits - words.length) / 2;
        scale = scaleOfRow;
    }

    /// How many neighbours there are.
    int size() {
        return size;
    }

    boolean has(int item) {
        return (words[item >>> BITS] >>> item & 1) != 0;
    }

    /// The weight of an item, 0 for one that has none.
    float weight(int item) {
        return has(item) ? scale * numbers[pair(item) + 1] : 0;
    }

    /// The users in common with an item as a share of the smaller item's, in [0, 1]; 0 for one that is no neighbour.
    float share(int item) {
        return has(item) ? ofSteps(numbers[pair(item)] & 0xffff) : 0;
    }

    private static float ofSteps(int steps) {
        return steps * (1 / STEPS);
    }

    /// Where an item's pair stands, or would.
    private int pair(int item) {
        int word = item >>> BITS;
        int before = (numbers[word] & 0xffff) + Long.bitCount(words[word] & ((1L << item) - 1));
        return words.length + 2 * before;
    }

    /// Collects what the neighbours among some items say: the users in common of each, and the weights of those that
    /// have one, in their order.
    ///
    /// The loop has no branch that depends on an item: some are neighbours, at random, which no processor foresees.
    ///
    /// @param items ascending, at most as many as may be looked for
    /// @param users how many each has
    /// @param own how many this row's item has
    /// @param common how many both have, overwritten
    /// @param weights written from `at`
    /// @param places of the weights in `items`, written from `at`; both have room for all items
    /// @return how many weights were found
    int find(int[] items, float[] users, float own, float[] common, float[] weights, char[] places, int at) {
        int count = at;
        long[] bits = words; // fields would be read again after every write
        short[] all = numbers;
        for (int k = 0; k < items.length; k++) {
            int item = items[k];
            long word = bits[item >>> BITS];
            int mask = -((int) (word >>> item) & 1); // all bits for a neighbour
            int before = (all[item >>> BITS] & 0xffff) + Long.bitCount(word & ((1L << item) - 1));
            int pair = bits.length + 2 * before;
            shares[k] = all[pair] & 0xffff & mask;
            int weight = all[pair + 1] & mask;
            steps[count - at] = weight;
            places[count] = (char) k;
            count += (weight | -weight) >>> 31; // 1 if there is a weight
        }
        // loops of their own, of which the compiler makes vectors
        for (int k = 0; k < items.length; k++) {
            common[k] = ofSteps(shares[k]) * Math.min(own, users[k]);
        }
        for (int k = 0; k < count - at; k++) {
            weights[at + k] = scale * steps[k];
        }
        return count - at;
    }
}
