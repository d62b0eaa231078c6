package io.osusume.prepare;

import io.osusume.ratings.BadRows;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All parts of the rating file, added in the order of the file: rows by user, the items, the bad rows.
final class RowCounts {
    private final LongIndex users = new LongIndex();
    private final LongIndex items = new LongIndex();
    private final BadRows badRows = new BadRows();
    private final List<PartRows.Stored> stored = new ArrayList<>();
    private final List<int[]> userSlots = new ArrayList<>(); // by part, by the part's own user slots
    private final List<int[]> itemSlots = new ArrayList<>(); // the same for items
    private long[] totals = new long[1024];
    private long rows;
    private long lines = 1; // the header

    /// Adds the next part of the file.
    ///
    /// @param partLines how many lines it has
    void add(PartRows part, PartRows.Stored partStored, long partLines) {
        int[] starts = partStored.starts();
        int[] slots = slots(part.users(), users);
        if (users.size() > totals.length) {
            totals = Arrays.copyOf(totals, Math.max(users.size(), totals.length * 2));
        }
        for (int k = 0; k < slots.length; k++) {
            totals[slots[k]] += starts[k + 1] - starts[k];
        }
        stored.add(partStored);
        userSlots.add(slots);
        itemSlots.add(slots(part.items(), items));
        badRows.addAll(part.badRows(), lines);
        rows += part.rows();
        lines += partLines;
    }

    private static int[] slots(LongIndex part, LongIndex whole) {
        int[] slots = new int[part.size()];
        for (int k = 0; k < slots.length; k++) {
            slots[k] = whole.slot(part.id(k));
        }
        return slots;
    }

    /// Rows that are not bad.
    long rows() {
        return rows;
    }

    int users() {
        return users.size();
    }

    BadRows badRows() {
        return badRows;
    }

    /// All item ids, ascending: the id at `k` has rank `k`.
    long[] itemIds() {
        long[] ids = new long[items.size()];
        Arrays.setAll(ids, items::id);
        Arrays.sort(ids);
        return ids;
    }

    /// The users who have enough rows, ascending.
    ///
    /// @throws PrepareException if there are none
    long[] keptUsers(int minRatings) {
        long[] ids = new long[users.size()];
        int count = 0;
        for (int slot = 0; slot < ids.length; slot++) {
            if (totals[slot] >= minRatings) {
                ids[count++] = users.id(slot);
            }
        }
        if (count == 0) {
            throw new PrepareException("no user has " + minRatings + " ratings or more, the longest list has "
                    + Arrays.stream(totals).max().orElse(0) + "; lower min-ratings");
        }
        long[] kept = Arrays.copyOf(ids, count);
        Arrays.sort(kept);
        return kept;
    }

    /// The rows of these users, as they stand in the file.
    ///
    /// @throws PrepareException if there are too many
    PackedRows rowsOf(long[] userIds) {
        if (items.size() > PartRows.MOST_ITEMS) {
            throw new PrepareException(
                    "there are " + items.size() + " items, at most " + PartRows.MOST_ITEMS + " can be used");
        }
        int[] indices = new int[users.size()]; // by slot
        Arrays.fill(indices, -1);
        int[] sizes = new int[userIds.length];
        long size = 0;
        for (int user = 0; user < userIds.length; user++) {
            int slot = users.find(userIds[user]);
            indices[slot] = user;
            size += totals[slot];
            if (size > Integer.MAX_VALUE) {
                throw new PrepareException("more than 2147483647 rows stay, which is the most that can be prepared;"
                        + " raise min-ratings or leave rows out");
            }
            sizes[user] = (int) totals[slot];
        }
        List<MemorySegment> segments = new ArrayList<>();
        List<int[]> ranks = new ArrayList<>();
        Stretches stretches = new Stretches(userIds.length);
        for (int[] slots : userSlots) {
            for (int slot : slots) {
                stretches.count(indices[slot]);
            }
        }
        int[] rankBySlot = rankBySlot();
        for (int part = 0; part < stored.size(); part++) {
            int[] starts = stored.get(part).starts();
            int[] slots = userSlots.get(part);
            for (int k = 0; k < slots.length; k++) {
                stretches.add(indices[slots[k]], part, starts[k], starts[k + 1] - starts[k]);
            }
            segments.add(stored.get(part).rows());
            ranks.add(Arrays.stream(itemSlots.get(part))
                    .map(slot -> rankBySlot[slot])
                    .toArray());
        }
        return new PackedRows(segments, ranks, stretches, sizes, items.size());
    }

    private int[] rankBySlot() {
        long[] ids = itemIds();
        int[] ranks = new int[ids.length];
        for (int rank = 0; rank < ids.length; rank++) {
            ranks[items.find(ids[rank])] = rank;
        }
        return ranks;
    }
}
