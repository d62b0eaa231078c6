package io.osusume.model.audience;

import io.osusume.data.Interactions;
import io.osusume.kernel.Threads;

/// The shares of words in the lists of all users, added up for each item over the users who have it.
///
/// Of an item that very many have, only every second, third, ... of them is looked at, so that [#ENOUGH] remain.
///
/// A user's share of a word is how many other entries have it, of those that have a word of its facet at all. Users
/// are cut into a fixed number of parts, each added up in floats and the parts in doubles, in their order.
final class ListShares {
    static final int ENOUGH = 1000;

    private static final int PARTS = 16;

    private final int wordCount;
    private final double[] sums; // itemCount x wordCount
    private final double[] usual;
    private final int[] users;

    private ListShares(int itemCount, int wordCount) {
        this.wordCount = wordCount;
        this.sums = new double[Math.multiplyExact(itemCount, wordCount)];
        this.usual = new double[wordCount];
        this.users = new int[itemCount];
    }

    static ListShares of(Interactions lists, WordTable table, Threads threads) {
        ListShares all = new ListShares(lists.itemCount(), table.words().size());
        int[] strides = lists.itemCounts();
        for (int item = 0; item < strides.length; item++) {
            strides[item] = Math.max(1, (strides[item] + ENOUGH - 1) / ENOUGH);
        }
        Part[] parts = new Part[PARTS];
        threads.run(PARTS, part -> {
            int from = (int) ((long) lists.userCount() * part / PARTS);
            int to = (int) ((long) lists.userCount() * (part + 1) / PARTS);
            parts[part] = new Part(lists, table, strides);
            for (int user = from; user < to; user++) {
                parts[part].add(user);
            }
        });
        for (Part part : parts) {
            part.addTo(all);
        }
        for (int word = 0; word < all.wordCount; word++) {
            all.usual[word] /= Math.max(1, lists.userCount());
        }
        return all;
    }

    /// How many users of an item were looked at.
    int users(int item) {
        return users[item];
    }

    /// The shares of a word, added up over these users.
    double sum(int item, int word) {
        return sums[item * wordCount + word];
    }

    /// The mean share of a word over all users.
    double usual(int word) {
        return usual[word];
    }

    private static final class Part {
        private final Interactions lists;
        private final WordTable table;
        private final int[] strides;
        private final int[] users;
        private final int wordCount;
        private final float[] sums; // itemCount x wordCount: shares as if the item itself did not count
        private final double[] own; // itemCount x facetCount: what the item itself takes of each share
        private final double[] usual;
        private final float[] row;
        private final int[] counts;

        Part(Interactions lists, WordTable table, int[] strides) {
            this.lists = lists;
            this.table = table;
            this.strides = strides;
            this.users = new int[lists.itemCount()];
            this.wordCount = table.words().size();
            this.sums = new float[Math.multiplyExact(lists.itemCount(), wordCount)];
            this.own = new double[Math.multiplyExact(lists.itemCount(), table.facetCount())];
            this.usual = new double[wordCount];
            this.row = new float[wordCount];
            this.counts = new int[wordCount];
        }

        void add(int user) {
            java.util.Arrays.fill(counts, 0);
            int[] entries = new int[table.facetCount()];
            for (int entry = lists.begin(user); entry < lists.end(user); entry++) {
                int last = -1;
                for (int word : table.ofItem(lists.item(entry))) {
                    counts[word]++;
                    int facet = table.facetOf(word);
                    entries[facet] += facet == last ? 0 : 1;
                    last = facet;
                }
            }
            for (int word = 0; word < wordCount; word++) {
                int all = entries[table.facetOf(word)];
                row[word] = counts[word] / (float) Math.max(1, all - 1);
                usual[word] += counts[word] / (double) Math.max(1, all);
            }
            for (int entry = lists.begin(user); entry < lists.end(user); entry++) {
                int item = lists.item(entry);
                if ((user + item) % strides[item] == 0) {
                    users[item]++;
                    addRow(item * wordCount);
                    for (int facet = 0; facet < entries.length; facet++) {
                        own[item * entries.length + facet] += 1.0 / Math.max(1, entries[facet] - 1);
                    }
                }
            }
        }

        private void addRow(int begin) {
            for (int word = 0; word < row.length; word++) {
                sums[begin + word] += row[word];
            }
        }

        void addTo(ListShares all) {
            for (int k = 0; k < sums.length; k++) {
                all.sums[k] += sums[k];
            }
            for (int item = 0; item < lists.itemCount(); item++) {
                all.users[item] += users[item];
                for (int word : table.ofItem(item)) {
                    all.sums[item * wordCount + word] -= own[item * table.facetCount() + table.facetOf(word)];
                }
            }
            for (int word = 0; word < wordCount; word++) {
                all.usual[word] += usual[word];
            }
        }
    }
}
