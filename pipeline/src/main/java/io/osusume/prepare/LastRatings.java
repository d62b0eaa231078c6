package io.osusume.prepare;

/// One user's last rating of each item, ascending by item without a comparison: a bit an item says which are there, a
/// bit for 64 of those bits where to look.
final class LastRatings {
    private final byte[] ratings; // by rank
    private final long[] present; // a bit a rank
    private final long[] filled; // a bit a word of `present`

    /// @param ranks how many items there are
    LastRatings(int ranks) {
        this.ratings = new byte[ranks];
        this.present = new long[(ranks >>> 6) + 1];
        this.filled = new long[(ranks >>> 12) + 1];
    }

    /// Sets an item's rating in place of an earlier one.
    void put(int rank, int rating) {
        ratings[rank] = (byte) rating;
        present[rank >>> 6] |= 1L << rank;
        filled[rank >>> 12] |= 1L << (rank >>> 6);
    }

    /// Takes everything out.
    ///
    /// @param rows gets packed rows, ascending by rank
    /// @return how many there are
    int drain(int[] rows) {
        int count = 0;
        for (int block = 0; block < filled.length; block++) {
            for (long words = filled[block]; words != 0; words &= words - 1) {
                int word = block << 6 | Long.numberOfTrailingZeros(words);
                for (long bits = present[word]; bits != 0; bits &= bits - 1) {
                    int rank = word << 6 | Long.numberOfTrailingZeros(bits);
                    rows[count++] = PackedRows.packed(rank, ratings[rank]);
                }
                present[word] = 0;
            }
            filled[block] = 0;
        }
        return count;
    }
}
