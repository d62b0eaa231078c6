package io.osusume.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// The rows of some neighbouring users as text. Reused; filled by one thread at a time.
final class RowBlock {
    private static final int LONGEST_ROW = 100; // five numbers of at most 19 digits, and what follows each

    private final SimulatedUsers users;
    private final SimulatedList list;
    private byte[] text = new byte[1 << 16];
    private int size;

    RowBlock(SimulatedUsers users) {
        this.users = users;
        this.list = users.newList();
    }

    /// Draws `count` users from `first` on, or as many as there are. User number `k` gets the id `k`.
    void fill(int first, int count, int[] lengths) {
        size = 0;
        for (int user = first; user < Math.min(first + count, lengths.length); user++) {
            users.draw(user, lengths[user], list);
            for (int entry = 0; entry < list.size(); entry++) {
                row(user, entry);
            }
        }
    }

    private void row(int user, int entry) {
        if (size + LONGEST_ROW > text.length) {
            text = Arrays.copyOf(text, text.length * 2);
        }
        number(user, ',');
        number(users.itemId(list.title(entry)), ',');
        number(list.rating(entry), ',');
        number(list.watchingStatus(entry), ',');
        number(list.watchedEpisodes(entry), '\n');
    }

    private void number(long value, char after) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int k = size + digits - 1; k >= size; k--) {
            text[k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        text[size++] = (byte) after;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(text, 0, size);
    }
}
