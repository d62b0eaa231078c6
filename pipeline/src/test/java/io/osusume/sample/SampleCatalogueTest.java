package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleCatalogueTest {
    private final SampleCatalogue sample = SampleCatalogue.read();
    private final Catalogue catalogue = sample.catalogue();

    @Test
    void thereAreAtLeastFourHundredTitles() {
        assertTrue(
                catalogue.titles().size() >= 400,
                () -> "found " + catalogue.titles().size());
        assertEquals(GenerateSettings.REAL_TITLES, catalogue.titles().size());
    }

    @Test
    void cowboyBebopHasItsFacts() {
        Title title = catalogue.title(1).orElseThrow();
        assertEquals("Cowboy Bebop", title.name());
        assertEquals("カウボーイビバップ", title.japaneseName());
        assertEquals(TitleType.TV, title.type());
        assertEquals(AgeRating.VIOLENCE, title.ageRating());
        assertEquals(26, title.episodes());
        assertEquals(1998, title.year());
        assertEquals(List.of("Sunrise"), title.studios());
    }

    @Test
    void whatIsNotKnownIsNullOrZero() {
        Title onePiece = catalogue.title(21).orElseThrow();
        assertEquals(0, onePiece.episodes());
        assertEquals(null, onePiece.airedTo());
    }

    @Test
    void relationsPointToOtherKnownTitles() {
        for (Relation relation : catalogue.relations()) {
            assertTrue(catalogue.title(relation.from()).isPresent(), relation::toString);
            assertTrue(catalogue.title(relation.to()).isPresent(), relation::toString);
            assertNotEquals(relation.from(), relation.to());
        }
        assertTrue(catalogue.relations().size() > 100);
    }

    @Test
    void noRelationStandsTwice() {
        assertEquals(catalogue.relations().size(), new HashSet<>(catalogue.relations()).size());
    }

    @Test
    void noTitleIsOverOthersItsOwnSequel() {
        Map<Long, Set<Long>> sequels = new HashMap<>();
        for (Relation relation : catalogue.relations()) {
            if (relation.kind() == Relation.Kind.SEQUEL) {
                sequels.computeIfAbsent(relation.from(), from -> new HashSet<>())
                        .add(relation.to());
            }
        }
        for (Long start : sequels.keySet()) {
            Set<Long> reached = new HashSet<>();
            Set<Long> next = sequels.get(start);
            while (!next.isEmpty()) {
                Set<Long> after = new HashSet<>();
                for (Long title : next) {
                    if (reached.add(title)) {
                        after.addAll(sequels.getOrDefault(title, Set.of()));
                    }
                }
                next = after;
            }
            assertTrue(!reached.contains(start), () -> "title " + start + " follows itself");
        }
    }

    @Test
    void everySynopsisHasTwelveToSixtyWords() {
        for (Title title : catalogue.titles()) {
            int words = Objects.requireNonNull(title.synopsis(), title.name())
                    .strip()
                    .split("\\s+")
                    .length;
            assertTrue(words >= 12 && words <= 60, () -> title.name() + " has " + words + " words");
        }
    }

    @Test
    void abbreviationsBelongToKnownTitles() {
        assertEquals(List.of("OP"), sample.abbreviations().get(21L));
        sample.abbreviations().forEach((itemId, names) -> {
            assertTrue(catalogue.title(itemId).isPresent(), () -> "unknown id " + itemId);
            assertTrue(!names.isEmpty());
        });
    }
}
