package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedTitlesTest {
    @Test
    void aSmallCatalogueHasTheMostPopularRealTitlesOnly() {
        Catalogue small = SimulatedTitles.of(20, 1);
        List<Integer> most = SampleCatalogue.read().catalogue().titles().stream()
                .map(Title::members)
                .sorted(Comparator.reverseOrder())
                .limit(20)
                .toList();
        assertEquals(
                most,
                small.titles().stream()
                        .map(Title::members)
                        .sorted(Comparator.reverseOrder())
                        .toList());
        for (Relation relation : small.relations()) {
            assertTrue(small.title(relation.from()).isPresent()
                    && small.title(relation.to()).isPresent());
        }
    }

    @Test
    void titlesBeyondTheRealOnesSayThatTheyAreSimulated() {
        Catalogue large = SimulatedTitles.of(600, 1);
        assertEquals(600, large.titles().size());
        List<Title> simulated = large.titles().stream()
                .filter(title -> title.itemId() > SimulatedTitles.FIRST_ID)
                .toList();
        assertEquals(150, simulated.size());
        for (Title title : simulated) {
            assertTrue(title.name().endsWith(" (simulated)"), title.name());
            assertTrue(title.genres().size() >= 1);
        }
    }

    @Test
    void namesTellTheFranchisesThatRelationsTell() {
        Catalogue large = SimulatedTitles.of(17_562, 1);
        IdIndex items =
                IdIndex.of(large.titles().stream().mapToLong(Title::itemId).toArray());
        Franchises franchises = ItemFacts.of(large, items).franchises();
        for (int[] members : franchises.all()) {
            List<String> firstWords = Arrays.stream(members)
                    .mapToObj(item -> large.title(items.id(item)).orElseThrow())
                    .filter(title -> title.itemId() > SimulatedTitles.FIRST_ID)
                    .map(title -> title.name().substring(0, title.name().indexOf(' ')))
                    .distinct()
                    .toList();
            assertTrue(firstWords.size() <= 1, firstWords::toString);
        }
    }

    @Test
    void sequelsComeLaterThanWhatTheyFollow() {
        Catalogue large = SimulatedTitles.of(2_000, 3);
        int sequels = 0;
        for (Relation relation : large.relations()) {
            Title to = large.title(relation.to()).orElseThrow();
            if (to.itemId() > SimulatedTitles.FIRST_ID) {
                sequels++;
                Title from = large.title(relation.from()).orElseThrow();
                assertTrue(from.year() <= to.year() && from.itemId() < to.itemId(), () -> from + " before " + to);
            }
        }
        assertTrue(sequels > 200 && sequels < 400, "about a fifth of 1,550, was " + sequels);
    }

    @Test
    void theSameSeedGivesTheSameTitles() {
        assertEquals(
                SimulatedTitles.of(700, 5).titles(), SimulatedTitles.of(700, 5).titles());
    }
}
