package io.osusume.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where a fan's list lies on the map.
///
/// @param places of its titles, ascending
/// @param home the place of the title with most of the list around it, empty if no title of the list is on the map
/// @param shares the areas it lies in, those with most of it first
public record ListOnMap(List<Integer> places, OptionalInt home, List<AreaShare> shares) {
    /// How far around a title counts as near it: a tenth of the map's width.
    private static final double NEAR = 0.2;

    /// An area and how many titles of the list lie in it.
    public record AreaShare(MapArea area, int titles) {}

    public ListOnMap {
        places = List.copyOf(places);
        shares = List.copyOf(shares);
    }

    /// Finds a list on a map.
    public static ListOnMap of(TitleMap map, Collection<Long> itemIds) {
        List<Integer> places = itemIds.stream()
                .map(map::place)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .distinct()
                .sorted()
                .toList();
        List<AreaShare> shares = new ArrayList<>();
        for (MapArea area : map.areas()) {
            int inside = (int) places.stream()
                    .filter(place -> map.area(place) == area.number())
                    .count();
            if (inside > 0) {
                shares.add(new AreaShare(area, inside));
            }
        }
        shares.sort(Comparator.comparingInt(AreaShare::titles).reversed());
        return new ListOnMap(places, home(map, places), shares);
    }

    /// The title with the largest sum of nearness of the list's titles; of equal ones the best known.
    private static OptionalInt home(TitleMap map, List<Integer> places) {
        double[] crowds = places.stream()
                .mapToDouble(place -> places.stream()
                        .mapToDouble(other -> Math.max(0, 1 - distance(map, place, other) / NEAR))
                        .sum())
                .toArray();
        return IntStream.range(0, crowds.length)
                .boxed()
                .max(Comparator.comparingDouble((Integer k) -> crowds[k]).thenComparing(Comparator.reverseOrder()))
                .map(k -> OptionalInt.of(places.get(k)))
                .orElse(OptionalInt.empty());
    }

    private static double distance(TitleMap map, int a, int b) {
        return Math.hypot(map.x(a) - map.x(b), map.y(a) - map.y(b));
    }
}
