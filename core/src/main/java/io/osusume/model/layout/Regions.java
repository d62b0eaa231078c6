package io.osusume.model.layout;

import io.osusume.data.ItemFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The areas of a map, with the words that say what is in them. Immutable.
///
/// Few areas for the whole map, many for a closer look: make one for each.
public final class Regions {
    private static final int WORDS = 3;
    private static final double INNER = 2.0 / 3;

    private final List<Region> regions;
    private final int[] regionOfItem;

    private Regions(List<Region> regions, int[] regionOfItem) {
        this.regions = regions;
        this.regionOfItem = regionOfItem;
    }

    /// Cuts a map into areas and names them. The same map, facts and seed give the same areas.
    ///
    /// @param count how many areas, at least 1; fewer come if there are fewer items
    /// @throws IllegalArgumentException if the facts are about another number of items, or `count` is
    ///     less than 1
    public static Regions of(Layout layout, ItemFacts facts, int count, long seed) {
        if (facts.itemCount() != layout.itemCount()) {
            throw new IllegalArgumentException(
                    "the facts are about " + facts.itemCount() + " items, the layout has " + layout.itemCount());
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
        int areaCount = Math.min(count, layout.itemCount());
        int[] areas = areaCount == 0 ? new int[0] : Areas.of(layout, areaCount, seed);
        List<List<Integer>> groups = new ArrayList<>();
        for (int area = 0; area < areaCount; area++) {
            groups.add(new ArrayList<>());
        }
        for (int item = 0; item < areas.length; item++) {
            groups.get(areas[item]).add(item);
        }
        groups.removeIf(List::isEmpty);
        groups.sort((a, b) -> Integer.compare(b.size(), a.size())); // stable: equal ones as they were drawn
        StandingOut standingOut = new StandingOut(facts);
        int[] regionOfItem = new int[areas.length];
        List<Region> regions = new ArrayList<>();
        for (List<Integer> group : groups) {
            group.forEach(item -> regionOfItem[item] = regions.size());
            regions.add(region(layout, group, standingOut.words(group, WORDS)));
        }
        return new Regions(List.copyOf(regions), regionOfItem);
    }

    private static Region region(Layout layout, List<Integer> group, List<String> words) {
        double sumX = 0;
        double sumY = 0;
        for (int item : group) {
            sumX += layout.x(item);
            sumY += layout.y(item);
        }
        double middleX = sumX / group.size();
        double middleY = sumY / group.size();
        double[] distances = group.stream()
                .mapToDouble(item -> Math.hypot(layout.x(item) - middleX, layout.y(item) - middleY))
                .toArray();
        Arrays.sort(distances);
        double radius = distances[(int) Math.ceil(distances.length * INNER) - 1];
        return new Region((float) middleX, (float) middleY, (float) radius, group.size(), words);
    }

    /// The areas, those with most items first.
    public List<Region> regions() {
        return regions;
    }

    /// The place in [#regions()] of the area an item lies in.
    public int regionOf(int item) {
        return regionOfItem[item];
    }
}
