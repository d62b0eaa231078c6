package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.SharedData;
import io.osusume.data.Title;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many titles of the whole MyAnimeList catalogue of 2020 are kept from those who have not asked for adult titles.
@Tag("shared")
class RealAdultTitlesTest {
    private static final int TITLES = 17_562;
    private static final int ADULT = 1_348;
    private static final int ADULT_BY_GENRE_ALONE = 3;

    @Test
    void exactlyTheAdultTitlesAreKeptBack() throws IOException {
        Catalogue catalogue = CatalogueCsv.readFolder(Objects.requireNonNull(
                SharedData.file("data/mal-2020/anime.csv.zip").getParent()));
        IdIndex items = IdIndex.of(
                catalogue.titles().stream().mapToLong(Title::itemId).sorted().toArray());
        FilterTable table = new FilterTable(Served.titles(items, catalogue), Clock.systemUTC());
        IntPredicate usual = table.passing(ofAge(AgeRating.MILD_NUDITY))::get;
        IntPredicate all = table.passing(ofAge(AgeRating.ADULT))::get;

        assertEquals(TITLES, IntStream.range(0, items.size()).filter(all).count());
        assertEquals(
                TITLES - ADULT, IntStream.range(0, items.size()).filter(usual).count());
        for (int item = 0; item < items.size(); item++) {
            Title title = catalogue.title(items.id(item)).orElseThrow();
            assertEquals(!title.adult(), usual.test(item), title::name);
        }
        assertTrue(catalogue.titles().stream()
                .filter(title -> title.genres().contains("Hentai"))
                .noneMatch(title -> usual.test(items.index(title.itemId()).orElseThrow())));
        assertEquals(
                ADULT_BY_GENRE_ALONE,
                catalogue.titles().stream()
                        .filter(title -> title.adult() && title.ageRating() != AgeRating.ADULT)
                        .count());
    }

    private static Filter ofAge(AgeRating oldest) {
        return new Filter(Set.of(), Set.of(), Set.of(), 0, 0, 0, 0, 0, Set.of(), 0, Double.NaN, true, oldest);
    }
}
