package io.osusume.recommend;

import java.util.BitSet;

/// What one rule of a filter asks of an item. A filter looks at all items at every question, so each kind of test goes
/// through an array of its own, without a branch that depends on an item: who passes is nothing a processor foresees.
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

    /// A number by item, in [low, high]; not-a-number does not pass. The arrays of these tests are those of
    /// [FilterTable].
    @SuppressWarnings("ArrayRecordComponent")
    record Range(double[] numbers, double low, double high) implements ItemCheck {
        @Override
        public boolean passes(int item) {
            return numbers[item] >= low && numbers[item] <= high;
        }

        /// All that pass.
        BitSet passing() {
            long[] words = new long[(numbers.length + Long.SIZE - 1) / Long.SIZE];
            for (int word = 0; word < words.length; word++) {
                int begin = word * Long.SIZE;
                long in = 0;
                for (int item = begin; item < Math.min(begin + Long.SIZE, numbers.length); item++) {
                    in |= ((numbers[item] >= low ? 1L : 0L) & (numbers[item] <= high ? 1L : 0L)) << item;
                }
                words[word] = in;
            }
            return BitSet.valueOf(words);
        }

        @Override
        public void keep(BitSet items) {
            items.and(passing());
        }
    }
}
