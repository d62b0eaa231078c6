package io.osusume.prepare;

import io.osusume.kernel.Threads;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/// The kept rows by user, where the parts of the file left them outside the heap: an item and a rating in one `int`
/// each. The item is a slot of the part at first, its rank among all items once the rows are sorted.
final class PackedRows {
    private static final int USERS_A_TASK = 1024;

    private final List<MemorySegment> parts;
    private final List<int[]> ranks; // by part: of the part's item slots, by id
    private final Stretches stretches;
    private final int[] sizes; // by user; falls when duplicates are dropped
    private final int items;
    private final int longest;

    /// @param sizes how many rows each user has
    /// @param items how many ranks there are
    PackedRows(List<MemorySegment> parts, List<int[]> ranks, Stretches stretches, int[] sizes, int items) {
        this.parts = parts;
        this.ranks = ranks;
        this.stretches = stretches;
        this.sizes = sizes;
        this.items = items;
        this.longest = Arrays.stream(sizes).max().orElse(0);
    }

    /// Sorts each user's rows by item and drops all but the last of equal items. Done once, before any [#read].
    ///
    /// @return what is left
    Tally sortAndDropDuplicates(Threads threads) {
        Tally tally = new Tally(items);
        int users = sizes.length;
        threads.run((users + USERS_A_TASK - 1) / USERS_A_TASK, task -> {
            LastRatings last = new LastRatings(items);
            Tally part = new Tally(items);
            int[] rows = new int[longest];
            for (int user = task * USERS_A_TASK; user < Math.min(users, (task + 1) * USERS_A_TASK); user++) {
                collect(user, last);
                sizes[user] = last.drain(rows);
                part.add(rows, sizes[user]);
                putBack(user, rows);
            }
            synchronized (tally) {
                tally.addAll(part);
            }
        });
        return tally;
    }

    private void collect(int user, LastRatings last) {
        for (int stretch = stretches.first(user); stretch < stretches.end(user); stretch++) {
            MemorySegment part = parts.get(stretches.part(stretch));
            int[] partRanks = ranks.get(stretches.part(stretch));
            long end = (long) stretches.begin(stretch) + stretches.size(stretch);
            for (long k = stretches.begin(stretch); k < end; k++) {
                int row = part.getAtIndex(ValueLayout.JAVA_INT, k);
                last.put(partRanks[rank(row)], rating(row));
            }
        }
    }

    private void putBack(int user, int[] rows) {
        int done = 0;
        for (int stretch = stretches.first(user); done < sizes[user]; stretch++) {
            int count = Math.min(stretches.size(stretch), sizes[user] - done);
            MemorySegment part = parts.get(stretches.part(stretch));
            MemorySegment.copy(rows, done, part, ValueLayout.JAVA_INT, 4L * stretches.begin(stretch), count);
            done += count;
        }
    }

    int users() {
        return sizes.length;
    }

    /// The offsets of the rows as they are now.
    int[] offsets() {
        int[] offsets = new int[sizes.length + 1];
        for (int user = 0; user < sizes.length; user++) {
            offsets[user + 1] = offsets[user] + sizes[user];
        }
        return offsets;
    }

    /// The length of the longest list before duplicates were dropped: room enough for [#read].
    int longest() {
        return longest;
    }

    /// Copies a user's rows, ascending by item once they are sorted.
    ///
    /// @return how many there are
    int read(int user, int[] target) {
        int done = 0;
        for (int stretch = stretches.first(user); done < sizes[user]; stretch++) {
            int count = Math.min(stretches.size(stretch), sizes[user] - done);
            MemorySegment part = parts.get(stretches.part(stretch));
            MemorySegment.copy(part, ValueLayout.JAVA_INT, 4L * stretches.begin(stretch), target, done, count);
            done += count;
        }
        return done;
    }

    /// A row in one `int`.
    static int packed(int rank, int rating) {
        return rank << PartRows.RATING_BITS | rating;
    }

    /// The rank of a packed row's item.
    static int rank(int packed) {
        return packed >>> PartRows.RATING_BITS;
    }

    /// The rating of a packed row, 0 to 10.
    static int rating(int packed) {
        return packed & (1 << PartRows.RATING_BITS) - 1;
    }
}
