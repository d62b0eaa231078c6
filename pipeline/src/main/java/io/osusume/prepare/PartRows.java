package io.osusume.prepare;

import io.osusume.ratings.BadRows;
import io.osusume.ratings.RatingSink;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The rows of one part of the rating file: an item's slot and a rating in one `int` each, grouped by user. Users and
/// items have slots of the part's own, in the order of their first row here.
///
/// While the part is read, rows lie in the order of the file, in stretches of one user. [#store] then moves them
/// outside the heap; a user's rows keep their order.
final class PartRows implements RatingSink {
    static final int RATING_BITS = 4;
    static final int MOST_ITEMS = 1 << (31 - RATING_BITS);
    private static final int MOST_ROWS = 1 << 30;

    private final LongIndex users = new LongIndex();
    private final LongIndex items = new LongIndex();
    private final BadRows badRows = new BadRows();
    private int[] packed = new int[1 << 12];
    private int rows;
    private int[] stretchUsers = new int[1 << 8]; // user slots
    private int[] stretchEnds = new int[1 << 8];
    private int stretches;
    private long lastUser;

    @Override
    public void rating(long userId, long itemId, int rating) {
        if (userId != lastUser || rows == 0) {
            beginStretch(userId);
        }
        if (rows == packed.length) {
            packed = grown(packed);
        }
        packed[rows++] = items.slot(itemId) << RATING_BITS | rating;
    }

    private void beginStretch(long userId) {
        lastUser = userId;
        if (stretches == stretchUsers.length) {
            stretchUsers = Arrays.copyOf(stretchUsers, stretches * 2);
            stretchEnds = Arrays.copyOf(stretchEnds, stretches * 2);
        }
        if (stretches > 0) {
            stretchEnds[stretches - 1] = rows;
        }
        stretchUsers[stretches++] = users.slot(userId);
    }

    private static int[] grown(int[] rows) {
        if (rows.length >= MOST_ROWS) {
            throw new PrepareException("a part of " + RawFiles.RATINGS + " has more than " + MOST_ROWS
                    + " rows, which is the most that can be prepared; cut the file");
        }
        return Arrays.copyOf(rows, rows.length * 2);
    }

    /// Moves the rows outside the heap. Nothing can be added any more.
    ///
    /// @param arena decides how long they live
    Stored store(Arena arena) {
        if (stretches > 0) {
            stretchEnds[stretches - 1] = rows;
        }
        int[] starts = new int[users.size() + 1];
        for (int k = 0; k < stretches; k++) {
            starts[stretchUsers[k] + 1] += stretchEnds[k] - begin(k);
        }
        for (int user = 0; user < users.size(); user++) {
            starts[user + 1] += starts[user];
        }
        int[] next = starts.clone();
        MemorySegment stored = arena.allocate(4L * Math.max(1, rows), 64);
        for (int k = 0; k < stretches; k++) {
            int user = stretchUsers[k];
            int count = stretchEnds[k] - begin(k);
            MemorySegment.copy(packed, begin(k), stored, ValueLayout.JAVA_INT, 4L * next[user], count);
            next[user] += count;
        }
        packed = new int[0];
        return new Stored(stored, starts);
    }

    private int begin(int stretch) {
        return stretch == 0 ? 0 : stretchEnds[stretch - 1];
    }

    /// The users in the order of their first row here.
    LongIndex users() {
        return users;
    }

    /// The items in the order of their first row here.
    LongIndex items() {
        return items;
    }

    BadRows badRows() {
        return badRows;
    }

    int rows() {
        return rows;
    }

    /// Stored rows: packed, grouped by user slot.
    static final class Stored {
        private final MemorySegment rows;
        private final int[] starts;

        private Stored(MemorySegment rows, int[] starts) {
            this.rows = rows;
            this.starts = starts;
        }

        MemorySegment rows() {
            return rows;
        }

        /// By user slot: where the user's rows begin, and the number of all; not a copy.
        int[] starts() {
            return starts;
        }
    }
}
