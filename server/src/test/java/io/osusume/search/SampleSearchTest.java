package io.osusume.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.sample.SampleCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The search on the titles that come with the program.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSearchTest {
    private final SampleCatalogue sample = SampleCatalogue.read();
    private final TitleSearch search = new TitleSearch(sample.catalogue());

    private TitleHit first(String query) {
        return search.hits(query, 1).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "Attack on Titan, 16498, EQUAL, Attack on Titan",
        "shingeki no kyojin 2nd season, 25777, EQUAL, Shingeki no Kyojin Season 2",
        "AoT, 16498, EQUAL, AoT",
        "aot s2, 25777, EQUAL, AoT S2",
        "mha season 3, 36456, EQUAL, MHA S3",
        "ngnl zero, 33674, EQUAL, NGNL Zero",
        "mushisi, 457, SOUND, Mushishi",
        "ookami to kooshinryoo, 2966, SOUND, Ookami to Koushinryou",
        "fullmetal alch, 5114, BEGINNING, Fullmetal Alchemist: Brotherhood",
        "deai o motomeru, 28121, SOUND_BEGINNING, Dungeon ni Deai wo Motomeru no wa Machigatteiru Darou ka",
        "oragami, 20507, PART, Noragami",
        "shingeki titan, 16498, WORDS, Shingeki no Kyojin",
        "vinland saga 7, 37521, OTHER_SEASON, Vinland Saga",
        "cowbyo bebop, 1, TYPING_ERROR, Cowboy Bebop",
    })
    void aHitSaysWhichNameFitsAndHow(String query, long itemId, TitleHit.Kind kind, String name) {
        TitleHit hit = first(query);
        assertEquals(List.of(itemId, kind, name), List.of(hit.title().itemId(), hit.kind(), hit.name()));
    }

    @Test
    void whatIsSpelledOutAfterAShortNameIsFound() {
        assertEquals(
                TitleHit.Kind.SHORT_NAME, first("kny movie mugen ressha hen").kind());
        assertEquals(40456, first("kny movie mugen ressha hen").title().itemId());
    }

    /// The sample has abbreviations of its own, for the pages of titles: those fans use must find their title.
    @Test
    void everyAbbreviationOfTheSampleFindsItsTitleAmongTheFirstTen() {
        List<String> missed = new ArrayList<>();
        sample.abbreviations().forEach((itemId, names) -> {
            for (String name : names) {
                if (search.search(name, 10).stream().noneMatch(title -> title.itemId() == itemId)) {
                    missed.add(name + " for " + itemId);
                }
            }
        });
        assertEquals(List.of(), missed);
    }

    @Test
    void everyTitleIsFoundByEachOfItsNames() {
        List<String> missed = sample.catalogue().titles().stream()
                .filter(title -> search.search(title.name(), 3).stream().noneMatch(found -> found.equals(title))
                        || search.search(title.displayName(), 3).stream().noneMatch(found -> found.equals(title)))
                .map(title -> title.name())
                .collect(Collectors.toList());
        assertEquals(List.of(), missed);
    }

    @Test
    void whatMostPeopleHaveComesFirstWithinAKind() {
        List<TitleHit> hits = search.hits("a", 50);
        assertEquals(50, hits.size());
        for (int k = 1; k < hits.size(); k++) {
            TitleHit before = hits.get(k - 1);
            TitleHit hit = hits.get(k);
            assertTrue(
                    before.kind().compareTo(hit.kind()) < 0
                            || before.title().members() >= hit.title().members(),
                    before + " before " + hit);
        }
    }

    @Test
    void noTitleComesTwice() {
        for (String query : List.of("a", "sao", "naruto", "to", "fate", "2", "no wa")) {
            List<Long> ids = search.search(query, 100).stream()
                    .map(title -> title.itemId())
                    .toList();
            assertEquals(ids.stream().distinct().toList(), ids, query);
        }
    }
}
