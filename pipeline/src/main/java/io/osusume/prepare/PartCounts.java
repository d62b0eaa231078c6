package io.osusume.prepare;

import io.osusume.ratings.BadRows;
import io.osusume.ratings.RatingSink;
import java.util.Arrays;

/// First pass over one part of the rating file: how many rows each user has in it, and which items occur.
final class PartCounts implements RatingSink {
    private final LongIndex users = new LongIndex();
    private final LongIndex items = new LongIndex();
    private final BadRows badRows = new BadRows();
    private int[] counts = new int[1024];
    private long lastUser;
    private int lastSlot = -1;
    private long rows;

    @Override
    public void rating(long userId, long itemId, int rating) {
        if (userId != lastUser || lastSlot < 0) {
            lastUser = userId;
            lastSlot = users.slot(userId);
            if (lastSlot >= counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
        }
        counts[lastSlot]++;
        items.slot(itemId);
        rows++;
    }

    /// The users in the order of their first row here.
    LongIndex users() {
        return users;
    }

    LongIndex items() {
        return items;
    }

    /// Rows by the slots of [#users()]; not shared, the caller may use them up.
    int[] counts() {
        return Arrays.copyOf(counts, users.size());
    }

    BadRows badRows() {
        return badRows;
    }

    long rows() {
        return rows;
    }
}
