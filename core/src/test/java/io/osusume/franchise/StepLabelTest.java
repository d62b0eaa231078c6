package io.osusume.franchise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepLabelTest {
    /// The labels of series shown year after year.
    private static List<String> labels(String... names) {
        Shelf shelf = new Shelf();
        for (int k = 0; k < names.length; k++) {
            shelf.series(names[k], 2001 + k + "-01");
        }
        WatchingOrder order = shelf.order();
        return IntStream.range(0, names.length)
                .mapToObj(item -> order.label(item).orElse("-"))
                .toList();
    }

    @Test
    void aSeasonIsNamedOrNumbered() {
        assertEquals(
                List.of("-", "Season 2", "Season 3", "Season 3 Part 2", "Final Season"),
                labels(
                        "Shingeki no Uta",
                        "Shingeki no Uta Season 2",
                        "Shingeki no Uta 3rd Season",
                        "Shingeki no Uta Season 3 Part 2",
                        "Shingeki no Uta: The Final Season"));
        assertEquals(List.of("-", "Season 2", "Season 3"), labels("Kemono", "Kemono II", "Kemono 3"));
    }

    @Test
    void signsBehindTheSameNameAreCounted() {
        assertEquals(List.of("-", "Season 2", "Season 3"), labels("Gintama", "Gintama'", "Gintama!!"));
    }

    @Test
    void aPartIsNoSeason() {
        assertEquals(
                List.of("-", "Part 3", "Part 4"),
                labels("Kimyou na Bouken", "Kimyou na Bouken Part 3: Hoshi", "Kimyou na Bouken Part 4: Diamond"));
    }

    @Test
    void aSubtitleTellsNoNumber() {
        assertEquals(
                List.of("-", "-"),
                Arrays.asList(labels("Naruto", "Naruto: Shippuuden").toArray()));
    }
}
