package io.osusume.prepare;

import java.util.Arrays;

/// Gives ids slots 0, 1, 2, ... in the order of their first appearance. Small ids are looked up in a plain table, all
/// others by hashing. Not thread-safe, but many threads may [#find] while none adds.
final class LongIndex {
    private static final int PLAIN_IDS = 1 << 17; // all ids of the real catalogue

    private int[] plain = new int[0]; // slot + 1 by id, 0 where there is none
    private int[] table = new int[64]; // slot + 1 by hash, linear probing
    private long[] ids = new long[16];
    private int size;

    /// How many ids have a slot.
    int size() {
        return size;
    }

    /// The id of a slot.
    long id(int slot) {
        return ids[slot];
    }

    /// The slot of an id, given now if it has none.
    int slot(long id) {
        if (id >= 0 && id < plain.length) {
            int slot = plain[(int) id] - 1;
            return slot >= 0 ? slot : add(id);
        }
        int slot = findHashed(id);
        return slot >= 0 ? slot : add(id);
    }

    /// The slot of an id, -1 if it has none.
    int find(long id) {
        return id >= 0 && id < plain.length ? plain[(int) id] - 1 : findHashed(id);
    }

    private int findHashed(long id) {
        int mask = table.length - 1;
        for (int place = hash(id) & mask; ; place = (place + 1) & mask) {
            int slot = table[place] - 1;
            if (slot < 0 || ids[slot] == id) {
                return slot;
            }
        }
    }

    private int add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id;
        if (id >= 0 && id < PLAIN_IDS) {
            if (id >= plain.length) {
                plain = Arrays.copyOf(plain, Math.max(1024, Integer.highestOneBit((int) id) * 2));
            }
            plain[(int) id] = size;
        } else {
            if (size * 2L > table.length) {
                table = new int[table.length * 4];
                for (int slot = 0; slot < size - 1; slot++) {
                    if (ids[slot] < 0 || ids[slot] >= PLAIN_IDS) {
                        enter(slot);
                    }
                }
            }
            enter(size - 1);
        }
        return size - 1;
    }

    private void enter(int slot) {
        int mask = table.length - 1;
        int place = hash(ids[slot]) & mask;
        while (table[place] != 0) {
            place = (place + 1) & mask;
        }
        table[place] = slot + 1;
    }

    private static int hash(long id) {
        long mixed = id * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }
}
