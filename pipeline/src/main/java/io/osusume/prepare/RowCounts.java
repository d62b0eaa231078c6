package io.osusume.prepare;

import io.osusume.ratings.BadRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the first pass found in the whole file: rows by user and part, the items, the bad rows.
final class RowCounts {
    private final LongIndex users = new LongIndex();
    private final LongIndex items = new LongIndex();
    private final BadRows badRows = new BadRows();
    private final List<int[]> userSlots = new ArrayList<>(); // by part, by the part's own user slots
    private final List<int[]> partCounts = new ArrayList<>();
    private long[] totals = new long[1024];
    private long rows;
    private long lines = 1; // the header

    /// Adds the next part of the file.
    ///
    /// @param partLines how many lines it has
    void add(PartCounts part, long partLines) {
        LongIndex partUsers = part.users();
        int[] slots = new int[partUsers.size()];
        int[] counts = part.counts();
        for (int k = 0; k < slots.length; k++) {
            slots[k] = users.slot(partUsers.id(k));
            if (slots[k] >= totals.length) {
                totals = Arrays.copyOf(totals, totals.length * 2);
            }
            totals[slots[k]] += counts[k];
        }
        for (int k = 0; k < part.items().size(); k++) {
            items.slot(part.items().id(k));
        }
        userSlots.add(slots);
        partCounts.add(counts);
        badRows.addAll(part.badRows(), lines);
        rows += part.rows();
        lines += partLines;
    }

    /// Rows that are not bad.
    long rows() {
        return rows;
    }

    int users() {
        return users.size();
    }

    LongIndex items() {
        return items;
    }

    BadRows badRows() {
        return badRows;
    }

    /// The length of the longest list.
    long most() {
        return Arrays.stream(totals).max().orElse(0);
    }

    /// Decides who is kept and where each kept row goes. This object is used up.
    ///
    /// @throws PrepareException if nobody is kept, or there are too many rows
    Placement placement(int minRatings) {
        int[] kept = new int[users.size()];
        int count = 0;
        for (int slot = 0; slot < users.size(); slot++) {
            if (totals[slot] >= minRatings) {
                kept[count++] = slot;
            }
        }
        if (count == 0) {
            throw new PrepareException("no user has " + minRatings + " ratings or more, the longest list has " + most()
                    + "; lower min-ratings");
        }
        long[] ids = new long[count];
        for (int k = 0; k < count; k++) {
            ids[k] = users.id(kept[k]);
        }
        Arrays.sort(ids);
        long[] next = new long[users.size()]; // by slot: where the user's next row goes
        Arrays.fill(next, -1);
        int[] offsets = new int[count + 1];
        long position = 0;
        for (int user = 0; user < count; user++) {
            int slot = users.find(ids[user]);
            next[slot] = position;
            position += totals[slot];
            if (position > Integer.MAX_VALUE) {
                throw new PrepareException("more than 2147483647 rows stay, which is the most that can be prepared;"
                        + " raise min-ratings or leave rows out");
            }
            offsets[user + 1] = (int) position;
        }
        for (int part = 0; part < partCounts.size(); part++) {
            place(userSlots.get(part), partCounts.get(part), next);
        }
        return new Placement(ids, offsets, partCounts);
    }

    /// Replaces the counts of a part by the positions of the users' first rows, -1 for users that are dropped.
    private static void place(int[] slots, int[] counts, long[] next) {
        for (int k = 0; k < slots.length; k++) {
            long start = next[slots[k]];
            if (start >= 0) {
                next[slots[k]] = start + counts[k];
            }
            counts[k] = (int) start;
        }
    }
}
