package io.osusume.prepare;

import io.osusume.kernel.Threads;
import io.osusume.ratings.RatingSink;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/// The kept rows outside the heap, grouped by user: an item's rank and a rating in one `int` each.
final class PackedRows implements AutoCloseable {
    private static final int RATING_BITS = 4;
    private static final int MOST_ITEMS = 1 << (31 - RATING_BITS);
    private static final int USERS_A_TASK = 1024;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment rows;
    private final int[] begins; // by user
    private final int[] ends; // by user; falls when duplicates are dropped
    private final int[] ranks; // of item slots, by id
    private final LongIndex items;

    /// @param offsets where each user's rows begin, and the number of all
    PackedRows(int[] offsets, LongIndex items) {
        if (items.size() > MOST_ITEMS) {
            throw new PrepareException("there are " + items.size() + " items, at most " + MOST_ITEMS + " can be used");
        }
        int users = offsets.length - 1;
        this.begins = Arrays.copyOf(offsets, users);
        this.ends = Arrays.copyOfRange(offsets, 1, users + 1);
        this.items = items;
        this.ranks = ranks(items);
        this.rows = arena.allocate(4L * offsets[users], 64);
    }

    private static int[] ranks(LongIndex items) {
        long[] ids = sortedIds(items);
        int[] ranks = new int[ids.length];
        for (int rank = 0; rank < ids.length; rank++) {
            ranks[items.find(ids[rank])] = rank;
        }
        return ranks;
    }

    /// All item ids, ascending: the id at `k` has rank `k`.
    static long[] sortedIds(LongIndex items) {
        long[] ids = new long[items.size()];
        for (int slot = 0; slot < ids.length; slot++) {
            ids[slot] = items.id(slot);
        }
        Arrays.sort(ids);
        return ids;
    }

    /// Takes the rows of one part of the file; parts may come in any order and at once.
    ///
    /// @param starts by the order in which users appear in the part: where the next row goes, or -1; used up
    RatingSink sink(int[] starts) {
        return new RatingSink() {
            private final LongIndex users = new LongIndex();
            private long lastUser;
            private int lastSlot = -1;

            @Override
            public void rating(long userId, long itemId, int rating) {
                if (userId != lastUser || lastSlot < 0) {
                    lastUser = userId;
                    lastSlot = users.slot(userId);
                }
                int place = starts[lastSlot];
                if (place >= 0) {
                    rows.setAtIndex(ValueLayout.JAVA_INT, place, ranks[items.find(itemId)] << RATING_BITS | rating);
                    starts[lastSlot] = place + 1;
                }
            }
        };
    }

    /// Sorts each user's rows by item and drops all but the last of equal items.
    ///
    /// @return how many were dropped
    long sortAndDropDuplicates(Threads threads) {
        LongAdder dropped = new LongAdder();
        int users = begins.length;
        threads.run((users + USERS_A_TASK - 1) / USERS_A_TASK, task -> {
            for (int user = task * USERS_A_TASK; user < Math.min(users, (task + 1) * USERS_A_TASK); user++) {
                dropped.add(sort(user));
            }
        });
        return dropped.sum();
    }

    private int sort(int user) {
        int size = ends[user] - begins[user];
        int[] given = new int[size];
        MemorySegment.copy(rows, ValueLayout.JAVA_INT, 4L * begins[user], given, 0, size);
        int[] sorted = given.clone();
        Arrays.sort(sorted);
        int kept = size;
        for (int k = 1; k < size; k++) {
            if (sorted[k] >>> RATING_BITS == sorted[k - 1] >>> RATING_BITS) {
                sorted = lastOfEach(given);
                kept = sorted.length;
                break;
            }
        }
        MemorySegment.copy(sorted, 0, rows, ValueLayout.JAVA_INT, 4L * begins[user], kept);
        ends[user] = begins[user] + kept;
        return size - kept;
    }

    private static int[] lastOfEach(int[] given) {
        long[] order = new long[given.length]; // item in the high half, place in the file's order in the low one
        for (int k = 0; k < order.length; k++) {
            order[k] = (long) (given[k] >>> RATING_BITS) << 32 | k;
        }
        Arrays.sort(order);
        int[] last = new int[given.length];
        int count = 0;
        for (int k = 0; k < order.length; k++) {
            if (k + 1 == order.length || order[k] >>> 32 != order[k + 1] >>> 32) {
                last[count++] = given[(int) order[k]];
            }
        }
        return Arrays.copyOf(last, count);
    }

    int users() {
        return begins.length;
    }

    /// How many rows of a user there are.
    int size(int user) {
        return ends[user] - begins[user];
    }

    /// The offsets of the rows as they are now, without gaps.
    int[] offsets() {
        int[] offsets = new int[begins.length + 1];
        for (int user = 0; user < begins.length; user++) {
            offsets[user + 1] = offsets[user] + size(user);
        }
        return offsets;
    }

    /// A copy of the packed rows of a user, ascending by item once they are sorted.
    int[] copy(int user) {
        int[] copy = new int[size(user)];
        MemorySegment.copy(rows, ValueLayout.JAVA_INT, 4L * begins[user], copy, 0, copy.length);
        return copy;
    }

    /// The rank of a packed row's item.
    static int rank(int packed) {
        return packed >>> RATING_BITS;
    }

    /// The rating of a packed row, 0 to 10.
    static int rating(int packed) {
        return packed & (1 << RATING_BITS) - 1;
    }

    @Override
    public void close() {
        arena.close();
    }
}
