package io.osusume.model.layout;

import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The areas of a map, with the words that say what is in them. Immutable.
///
/// Few areas for the whole map, many for a closer look: make one for each.
public final class Regions {
    private static final int WORDS = 3;
    private static final double INNER = 2.0 / 3;
    private static final String CIRCLES = "circles";
    private static final String COUNTS = "counts";
    private static final String OF_ITEMS = "of-items";
    private static final String NAMES = "words";

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

    /// Restores areas.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of areas
    /// @throws IllegalArgumentException if its parts do not fit each other
    public static Regions of(Tensors state) {
        int[] counts = state.ints(COUNTS);
        float[] circles = state.floats(CIRCLES, counts.length, 3);
        String[] words = state.attribute(NAMES).split("\n", -1);
        if (words.length != Math.max(1, counts.length)) {
            throw new IllegalArgumentException(counts.length + " areas must have as many names, found " + words.length);
        }
        int[] ofItems = state.ints(OF_ITEMS);
        for (int region : ofItems) {
            if (region < 0 || region >= counts.length) {
                throw new IllegalArgumentException(
                        "the area of an item must be in [0, " + counts.length + "), was " + region);
            }
        }
        List<Region> regions = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            List<String> named = words[k].isEmpty() ? List.of() : List.of(words[k].split("\t", -1));
            regions.add(new Region(circles[3 * k], circles[3 * k + 1], circles[3 * k + 2], counts[k], named));
        }
        return new Regions(List.copyOf(regions), ofItems);
    }

    /// Everything needed to restore the areas; shares an array.
    public Tensors state() {
        float[] circles = new float[3 * regions.size()];
        int[] counts = new int[regions.size()];
        List<String> words = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            Region region = regions.get(k);
            circles[3 * k] = region.x();
            circles[3 * k + 1] = region.y();
            circles[3 * k + 2] = region.radius();
            counts[k] = region.itemCount();
            words.add(String.join("\t", region.words()));
        }
        return Tensors.of(Map.of(NAMES, String.join("\n", words)))
                .with(CIRCLES, Tensor.of(circles, counts.length, 3))
                .with(COUNTS, Tensor.of(counts, counts.length))
                .with(OF_ITEMS, Tensor.of(regionOfItem, regionOfItem.length));
    }

    public int itemCount() {
        return regionOfItem.length;
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
