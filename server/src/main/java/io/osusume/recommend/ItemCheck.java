package io.osusume.recommend;

import java.util.BitSet;

/// What one rule of a filter asks of an item. A filter looks at all items at every question, so each kind of test goes
/// through an array of its own.
sealed interface ItemCheck {
    /// Whether an item passes.
    boolean passes(int item);

    /// Takes out of a set what does not pass.
    void keep(BitSet items);

    /// One of a set.
    record OneOf(BitSet passing) implements ItemCheck {
        @Override
        public boolean passes(int item) {
            return passing.get(item);
        }

        @Override
        public void keep(BitSet items) {
            items.and(passing);
        }
    }

    /// A whole number by item, in [low, high]; the arrays of these tests are those of [FilterTable].
    @SuppressWarnings("ArrayRecordComponent")
    record WholeRange(int[] numbers, int low, int high) implements ItemCheck {
        @Override
        public boolean passes(int item) {
            return numbers[item] >= low && numbers[item] <= high;
        }

        @Override
        public void keep(BitSet items) {
            for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
                if (!passes(item)) {
                    items.clear(item);
                }
            }
        }
    }

    /// A number by item, in [low, high]; not-a-number does not pass.
    @SuppressWarnings("ArrayRecordComponent")
    record Range(double[] numbers, double low, double high) implements ItemCheck {
        @Override
        public boolean passes(int item) {
            return numbers[item] >= low && numbers[item] <= high;
        }

        @Override
        public void keep(BitSet items) {
            for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
                if (!passes(item)) {
                    items.clear(item);
                }
            }
        }
    }
}
