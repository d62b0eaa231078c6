package io.osusume.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TitleMapTest {
    private static final RecommendationService SERVICE = new RecommendationService(TwoWorlds.insightful());

    private static TitleMap map(AgeRating oldest) {
        return TitleMap.of(SERVICE, oldest).orElseThrow();
    }

    /// Title k has 1,000 k members; 80 is for adults only.
    @Test
    void theBestKnownComeFirstAndAdultTitlesOnlyWhereTheyMay() {
        TitleMap usual = map(AgeRating.MILD_NUDITY);
        assertEquals(79, usual.size());
        assertEquals(
                List.of(79L, 78L, 77L),
                IntStream.range(0, 3)
                        .mapToObj(place -> usual.title(place).itemId())
                        .toList());
        assertEquals(OptionalInt.empty(), usual.place(80));
        assertEquals(OptionalInt.of(78), usual.place(1));
        assertEquals(80, map(AgeRating.ADULT).size());
        assertEquals(OptionalInt.of(0), map(AgeRating.ADULT).place(80));
    }

    /// 40 titles with an even number are for teens, the others for older ones, 78 of unknown class.
    @Test
    void everyAgeClassHasItsMap() {
        TitleMap teens = map(AgeRating.TEENS);
        assertEquals(38, teens.size());
        assertTrue(IntStream.range(0, 38).allMatch(place -> teens.title(place).ageRating() == AgeRating.TEENS));
    }

    @Test
    void theWorldsLieInAreasOfTheirOwn() {
        TitleMap map = map(AgeRating.MILD_NUDITY);
        assertEquals(79, map.areas().stream().mapToInt(MapArea::titles).sum());
        assertTrue(map.smallAreas().size() >= map.areas().size());
        MapArea mecha = map.areas().stream()
                .filter(area -> area.words().contains("Mecha"))
                .findFirst()
                .orElseThrow();
        List<Title> known = mecha.wellKnown();
        assertFalse(known.isEmpty());
        assertTrue(known.stream()
                .allMatch(title -> map.area(map.place(title.itemId()).orElseThrow()) == mecha.number()));
        assertTrue(IntStream.range(1, known.size())
                .allMatch(k -> known.get(k - 1).members() > known.get(k).members()));
        assertEquals(
                known.size(),
                known.stream()
                        .map(title -> title.name().replaceAll(" 2$", ""))
                        .distinct()
                        .count(),
                "one of a franchise");
    }

    @Test
    void aListIsWhereMostOfItsTitlesAre() {
        TitleMap map = map(AgeRating.MILD_NUDITY);
        List<Long> mecha = LongStream.rangeClosed(1, 12).boxed().toList();
        ListOnMap list = ListOnMap.of(map, mecha);
        assertEquals(12, list.places().size());
        assertEquals(
                12, list.shares().stream().mapToInt(ListOnMap.AreaShare::titles).sum());
        assertTrue(
                list.shares().getFirst().area().words().contains("Mecha"),
                () -> list.shares().toString());
        assertTrue(mecha.contains(map.title(list.home().orElseThrow()).itemId()));
    }

    @Test
    void aListThatIsNotOnTheMapIsNowhere() {
        ListOnMap nowhere = ListOnMap.of(map(AgeRating.MILD_NUDITY), List.of(80L, 4242L));
        assertEquals(new ListOnMap(List.of(), OptionalInt.empty(), List.of()), nowhere);
    }

    @Test
    void aVersionWithoutAMapHasNone() {
        assertEquals(Optional.empty(), TitleMap.of(new RecommendationService(TwoWorlds.loaded()), AgeRating.ADULT));
    }
}
