package io.osusume.split;

import io.osusume.data.IdIndex;
import java.util.Arrays;

/// The rows of a split file as read, in growing columns.
final class SplitRows {
    private long[] users = new long[1024];
    private long[] items = new long[1024];
    private byte[] ratings = new byte[1024];
    private RowPart[] parts = new RowPart[1024];
    private int[] lines = new int[1024];
    private int size;

    void add(long user, long item, int rating, RowPart part, int line) {
        if (size == users.length) {
            users = Arrays.copyOf(users, size * 2);
            items = Arrays.copyOf(items, size * 2);
            ratings = Arrays.copyOf(ratings, size * 2);
            parts = Arrays.copyOf(parts, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        users[size] = user;
        items[size] = item;
        ratings[size] = (byte) rating;
        parts[size] = part;
        lines[size++] = line;
    }

    int size() {
        return size;
    }

    long[] userIds() {
        return Arrays.copyOf(users, size);
    }

    long[] itemIds() {
        return Arrays.copyOf(items, size);
    }

    long itemId(int row) {
        return items[row];
    }

    int rating(int row) {
        return ratings[row];
    }

    RowPart part(int row) {
        return parts[row];
    }

    /// The line of the file a row stood in, counted from 1.
    int line(int row) {
        return lines[row];
    }

    /// The row numbers of each user, in the order of the file.
    int[][] byUser(IdIndex index) {
        int[] userOf = new int[size];
        int[] counts = new int[index.size()];
        for (int row = 0; row < size; row++) {
            userOf[row] = index.index(users[row]).orElseThrow();
            counts[userOf[row]]++;
        }
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, user -> new int[counts[user]]);
        int[] next = new int[counts.length];
        for (int row = 0; row < size; row++) {
            rows[userOf[row]][next[userOf[row]]++] = row;
        }
        return rows;
    }
}
