package io.osusume.franchise;

import io.osusume.data.Franchises;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where each item stands: franchise after franchise, in each line after line, in each a step, what hangs on it, and
/// then the next. The arrays are those of [WatchingOrder].
final class LineLayout {
    final int[] order;
    final int[] places;
    final int[] lines;
    final int[] lineStarts;
    final int[] franchiseLines;

    private LineLayout(int itemCount, int franchiseCount) {
        order = new int[itemCount];
        places = new int[itemCount];
        lines = new int[itemCount];
        lineStarts = new int[itemCount + 1];
        franchiseLines = new int[franchiseCount + 1];
    }

    static LineLayout of(Franchises franchises, Part[] parts, int[] prequels, double[] aired) {
        int itemCount = parts.length;
        Comparator<Integer> byDate =
                Comparator.<Integer>comparingDouble(item -> aired[item]).thenComparingInt(item -> item);
        List<List<Integer>> followers = new ArrayList<>();
        for (int item = 0; item < itemCount; item++) {
            followers.add(List.of());
        }
        for (int item = 0; item < itemCount; item++) {
            if (prequels[item] >= 0) {
                List<Integer> known = followers.get(prequels[item]);
                if (known.isEmpty()) {
                    known = new ArrayList<>();
                    followers.set(prequels[item], known);
                }
                known.add(item);
            }
        }
        for (List<Integer> some : followers) {
            if (some.size() > 1) {
                some.sort(Comparator.<Integer, Boolean>comparing(item -> parts[item] == Part.MAIN)
                        .thenComparing(byDate));
            }
        }
        LineLayout layout = new LineLayout(itemCount, franchises.count());
        int line = 0;
        int filled = 0;
        for (int franchise = 0; franchise < franchises.count(); franchise++) {
            layout.franchiseLines[franchise] = line;
            int start = filled;
            for (int root : roots(franchises, franchise, prequels, byDate)) {
                layout.lineStarts[line] = filled;
                filled = layout.put(root, line, start, filled, followers);
                line++;
            }
        }
        layout.franchiseLines[franchises.count()] = line;
        layout.lineStarts[line] = filled;
        if (filled < itemCount) {
            throw new IllegalArgumentException((itemCount - filled) + " items are before themselves");
        }
        return layout;
    }

    private static List<Integer> roots(
            Franchises franchises, int franchise, int[] prequels, Comparator<Integer> byDate) {
        List<Integer> roots = new ArrayList<>();
        for (int place = 0; place < franchises.size(franchise); place++) {
            int item = franchises.member(franchise, place);
            if (prequels[item] < 0) {
                roots.add(item);
            }
        }
        if (roots.size() > 1) {
            roots.sort(byDate);
        }
        return roots;
    }

    private int put(int item, int line, int start, int filled, List<List<Integer>> followers) {
        order[filled] = item;
        places[item] = filled - start;
        lines[item] = line;
        int next = filled + 1;
        for (int follower : followers.get(item)) {
            next = put(follower, line, start, next, followers);
        }
        return next;
    }
}
