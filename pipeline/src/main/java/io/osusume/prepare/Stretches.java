package io.osusume.prepare;

/// Where the rows of each kept user lie: at most one stretch a part of the file, in the order of the file.
///
/// Filled in two rounds: every stretch is announced by [#count], then given by [#add] in the same order.
final class Stretches {
    private final int[] firsts; // by user: the first stretch, and the number of all
    private int[] next = new int[0]; // by user, while stretches are added
    private int[] parts = new int[0]; // by stretch
    private int[] begins = new int[0];
    private int[] sizes = new int[0];

    Stretches(int users) {
        this.firsts = new int[users + 1];
    }

    /// Announces a stretch of that user, or of nobody if it is -1.
    void count(int user) {
        if (user >= 0) {
            firsts[user + 1]++;
        }
    }

    /// Adds a stretch of that user, or of nobody if it is -1.
    void add(int user, int part, int begin, int size) {
        if (next.length == 0) {
            for (int k = 1; k < firsts.length; k++) {
                firsts[k] += firsts[k - 1];
            }
            int count = firsts[firsts.length - 1];
            next = firsts.clone();
            parts = new int[count];
            begins = new int[count];
            sizes = new int[count];
        }
        if (user >= 0) {
            int stretch = next[user]++;
            parts[stretch] = part;
            begins[stretch] = begin;
            sizes[stretch] = size;
        }
    }

    /// The user's first stretch.
    int first(int user) {
        return firsts[user];
    }

    /// The position after the user's last stretch.
    int end(int user) {
        return firsts[user + 1];
    }

    int part(int stretch) {
        return parts[stretch];
    }

    /// The first row in the part.
    int begin(int stretch) {
        return begins[stretch];
    }

    /// How many rows.
    int size(int stretch) {
        return sizes[stretch];
    }
}
