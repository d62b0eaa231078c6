package io.osusume.map;

import io.osusume.data.AgeRating;
import io.osusume.data.IdIndex;
import io.osusume.data.Title;
import io.osusume.model.layout.Atlas;
import io.osusume.model.layout.Region;
import io.osusume.model.layout.Regions;
import io.osusume.recommend.Filter;
import io.osusume.recommend.FranchisePart;
import io.osusume.recommend.RecommendationService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The titles of a model's map that somebody of an age class may see. Each has a place, counted from 0: what most
/// people
/// have in their lists comes first. Immutable.
public final class TitleMap {
    /// What an age class keeps out must not give an area its name either.
    private static final String ADULT_WORD = "Hentai";

    private static final double LEAST_SHARE = 0.2;
    private static final int FEWEST = 3;
    private static final int WELL_KNOWN = 8;

    private final Atlas atlas;
    private final List<Title> titles = new ArrayList<>();
    private final int[] items;
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<MapArea> areas;
    private final List<MapArea> smallAreas;

    private TitleMap(RecommendationService service, Atlas atlas, AgeRating oldest) {
        this.atlas = atlas;
        IdIndex ids = service.loaded().items();
        IntPredicate passes = service.passing(ofAge(oldest));
        this.items = IntStream.range(0, atlas.itemCount())
                .filter(passes)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) ->
                                -service.title(ids.id(item)).orElseThrow().members())
                        .thenComparing(item -> item))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < items.length; place++) {
            Title title = service.title(ids.id(items[place])).orElseThrow();
            titles.add(title);
            places.put(title.itemId(), place);
        }
        boolean adult = oldest == AgeRating.ADULT;
        this.areas = areas(service, atlas.few(), adult, WELL_KNOWN);
        this.smallAreas = areas(service, atlas.many(), adult, 1);
    }

    /// The map of a model; empty if the model version has none.
    public static Optional<TitleMap> of(RecommendationService service, AgeRating oldest) {
        return service.loaded().insights().map().map(atlas -> new TitleMap(service, atlas, oldest));
    }

    private static Filter ofAge(AgeRating oldest) {
        return new Filter(Set.of(), Set.of(), Set.of(), 0, 0, 0, 0, 0, Set.of(), 0, Double.NaN, true, oldest);
    }

    private List<MapArea> areas(RecommendationService service, Regions regions, boolean adult, int wellKnown) {
        List<List<Title>> inside = new ArrayList<>();
        regions.regions().forEach(_ -> inside.add(new ArrayList<>()));
        for (int place = 0; place < items.length; place++) {
            inside.get(regions.regionOf(items[place])).add(titles.get(place));
        }
        List<MapArea> found = new ArrayList<>();
        for (int number = 0; number < inside.size(); number++) {
            Region region = regions.regions().get(number);
            int shown = inside.get(number).size();
            if (shown >= FEWEST && shown >= LEAST_SHARE * region.itemCount()) {
                List<String> words = region.words().stream()
                        .filter(word -> adult || !word.equals(ADULT_WORD))
                        .toList();
                found.add(new MapArea(
                        number,
                        region.x(),
                        region.y(),
                        shown,
                        words,
                        firstOfFranchises(service, inside.get(number), wellKnown)));
            }
        }
        return List.copyOf(found);
    }

    private static List<Title> firstOfFranchises(RecommendationService service, List<Title> sorted, int n) {
        Set<Long> franchises = new HashSet<>();
        List<Title> first = new ArrayList<>();
        for (int k = 0; k < sorted.size() && first.size() < n; k++) {
            List<FranchisePart> parts = service.franchise(sorted.get(k).itemId());
            long franchise = parts.isEmpty()
                    ? sorted.get(k).itemId()
                    : parts.getFirst().title().itemId();
            if (franchises.add(franchise)) {
                first.add(sorted.get(k));
            }
        }
        return first;
    }

    /// How many titles are shown.
    public int size() {
        return items.length;
    }

    public Title title(int place) {
        return titles.get(place);
    }

    /// The first coordinate, in [-1, 1], from left to right.
    public float x(int place) {
        return atlas.layout().x(items[place]);
    }

    /// The second coordinate, in [-1, 1], from top to bottom.
    public float y(int place) {
        return atlas.layout().y(items[place]);
    }

    /// The number of the area a title lies in; that area itself may not be among [#areas()].
    public int area(int place) {
        return atlas.few().regionOf(items[place]);
    }

    /// Where a title stands; empty if it is not on the map, or not for this age class.
    public OptionalInt place(long itemId) {
        Integer place = places.get(itemId);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// The areas of the whole map, those with most titles first.
    public List<MapArea> areas() {
        return areas;
    }

    /// The areas of a closer look.
    public List<MapArea> smallAreas() {
        return smallAreas;
    }
}
