package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Title;
import io.osusume.model.SampleTitles;
import io.osusume.release.Gate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The gate counts as shown what the server shows: titles of every age class, with and without the genre that is for
/// adults, and one nothing is known of.
class GateTruthTest {
    @Test
    void whatTheUsualFilterShowsIsWhatTheGateTakesForShown() {
        List<Title> titles = new ArrayList<>();
        for (AgeRating rating : AgeRating.values()) {
            titles.add(SampleTitles.series(titles.size(), rating, "Drama"));
            titles.add(SampleTitles.series(titles.size(), rating, "Hentai"));
        }
        Catalogue catalogue = new Catalogue(titles, List.of());
        IdIndex items = IdIndex.of(LongStream.rangeClosed(0, titles.size()).toArray());
        FilterTable table = new FilterTable(Served.titles(items, catalogue), Clock.systemUTC());
        int shown = 0;
        for (int item = 0; item < items.size(); item++) {
            boolean byServer = table.passing(Filter.USUAL).get(item);
            assertEquals(byServer, Gate.isShown(catalogue.title(items.id(item))), "item " + item);
            shown += byServer ? 1 : 0;
        }
        assertEquals(6, shown, "all classes but the one for adults, without the genre for adults");
    }
}
