package io.osusume.model.twotower;

import io.osusume.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The lists of a batch, each cut at random in what is shown and what is hidden. It owns its arrays.
final class HiddenEntries {
    private final int[] shownEnds;
    private final int[] hiddenEnds;
    private final int[] shown;
    private final int[] hidden;

    private HiddenEntries(int[] shownEnds, int[] hiddenEnds, int[] shown, int[] hidden) {
        this.shownEnds = shownEnds;
        this.hiddenEnds = hiddenEnds;
        this.shown = shown;
        this.hidden = hidden;
    }

    /// Hides each entry with probability `dropout`.
    ///
    /// @param users the lists are those of `users[from .. to)`
    static HiddenEntries draw(
            Interactions lists, int[] users, int from, int to, double dropout, SplittableRandom random) {
        int entries = 0;
        for (int k = from; k < to; k++) {
            entries += lists.end(users[k]) - lists.begin(users[k]);
        }
        int[] shownEnds = new int[to - from];
        int[] hiddenEnds = new int[to - from];
        int[] shown = new int[entries];
        int[] hidden = new int[entries];
        int shownCount = 0;
        int hiddenCount = 0;
        for (int k = from; k < to; k++) {
            for (int entry = lists.begin(users[k]); entry < lists.end(users[k]); entry++) {
                if (random.nextDouble() < dropout) {
                    hidden[hiddenCount++] = lists.item(entry);
                } else {
                    shown[shownCount++] = lists.item(entry);
                }
            }
            shownEnds[k - from] = shownCount;
            hiddenEnds[k - from] = hiddenCount;
        }
        return new HiddenEntries(
                shownEnds, hiddenEnds, Arrays.copyOf(shown, shownCount), Arrays.copyOf(hidden, hiddenCount));
    }

    int lists() {
        return shownEnds.length;
    }

    /// Where the shown entries of a list begin; they end at `shownBegin(list + 1)`.
    int shownBegin(int list) {
        return list == 0 ? 0 : shownEnds[list - 1];
    }

    int shown(int entry) {
        return shown[entry];
    }

    /// Where the hidden entries of a list begin; they end at `hiddenBegin(list + 1)`.
    int hiddenBegin(int list) {
        return list == 0 ? 0 : hiddenEnds[list - 1];
    }

    int hidden(int entry) {
        return hidden[entry];
    }

    /// How many entries of all lists are hidden.
    int hiddenCount() {
        return hidden.length;
    }

    /// The shown entries by item: first `itemCount + 1` positions, then the lists at these positions, ascending
    /// for each item.
    int[][] listsByItem(int itemCount) {
        int[] begins = new int[itemCount + 1];
        for (int item : shown) {
            begins[item + 1]++;
        }
        for (int item = 0; item < itemCount; item++) {
            begins[item + 1] += begins[item];
        }
        int[] next = Arrays.copyOf(begins, itemCount);
        int[] lists = new int[shown.length];
        for (int list = 0; list < shownEnds.length; list++) {
            for (int entry = shownBegin(list); entry < shownBegin(list + 1); entry++) {
                lists[next[shown[entry]]++] = list;
            }
        }
        return new int[][] {begins, lists};
    }
}
