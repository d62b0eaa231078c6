package io.osusume.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.recommend.SmallModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleSearchTest {
    private final TitleSearch search = new TitleSearch(catalogue());

    private static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>(SmallModel.catalogue().titles());
        add(titles, 16498, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人", 2_500_000);
        add(titles, 2, "Titania", null, null, 10_000);
        add(titles, 3, "Hunter x Hunter (2011)", null, null, 1_600_000);
        add(titles, 4, "Spy x Family", "SPY×FAMILY", null, 900_000);
        add(titles, 5, "Shoujo Kakumei Utena", "Révolutionary Girl Utena", null, 200_000);
        add(titles, 7, "86", "Eighty-Six", null, 400_000);
        add(titles, 8, "K-On!", "K-ON!", "けいおん!", 700_000);
        add(titles, 9, "Naruto: Shippuuden", null, null, 1_500_000);
        add(titles, 10, "Boruto: Naruto Next Generations", null, null, 600_000);
        return new Catalogue(titles, List.of());
    }

    private static void add(
            List<Title> titles,
            long itemId,
            String name,
            @Nullable String english,
            @Nullable String japanese,
            int members) {
        titles.add(SmallModel.title(itemId, name, english, japanese, 2000, 8, members, AgeRating.TEENS));
    }

    @ParameterizedTest
    @CsvSource({
        "steins;gate, Steins;Gate",
        "steinsgate, Steins;Gate",
        "STEINS GATE, Steins;Gate",
        "revolutionary girl, Shoujo Kakumei Utena",
        "attack on, Shingeki no Kyojin",
        "titan attack, Shingeki no Kyojin",
        "進撃, Shingeki no Kyojin",
        "けいおん, K-On!",
        "ケイオン, K-On!",
        "なると, Naruto",
        "kon, K-On!",
        "spy family, Spy x Family",
        "ＳＰＹ, Spy x Family",
        "hunter×hunter, Hunter x Hunter (2011)",
        "journeys end, Sousou no Frieren",
        "86, 86",
        "ebop, Cowboy Bebop",
    })
    void namesAreFoundHoweverTheyAreWritten(String query, String expected) {
        assertEquals(expected, search.search(query, 1).getFirst().name());
    }

    @ParameterizedTest
    @CsvSource({
        "cowboy bepop, Cowboy Bebop", // one letter wrong
        "narto, Naruto", // one missing
        "trigunn, Trigun", // one too many
        "nartuo, Naruto", // two swapped
        "fulmetal alchmist, Fullmetal Alchemist: Brotherhood", // one in each of two words
        "brotherhod, Fullmetal Alchemist: Brotherhood",
        "shingkei, Shingeki no Kyojin",
        "fullmtal alch, Fullmetal Alchemist: Brotherhood", // an error, and the last word unfinished
    })
    void smallTypingErrorsAreForgiven(String query, String expected) {
        assertEquals(expected, search.search(query, 1).getFirst().name());
    }

    @Test
    void anEqualNameComesFirstThenPopularOnesThatBeginAlike() {
        assertEquals(List.of("Naruto", "Naruto: Shippuuden", "Boruto: Naruto Next Generations"), names("naruto", 10));
    }

    @Test
    void theBeginningOfAWordIsAsGoodAsTheBeginningOfTheName() {
        assertEquals(List.of("Shingeki no Kyojin", "Titania"), names("titan", 10));
    }

    @Test
    void errorsAreForgivenOnlyWhenNothingFitsWithoutThem() {
        assertEquals(List.of("Trigun"), names("trigun", 10));
    }

    @Test
    void shortWordsMustBeRight() {
        assertEquals(List.of(), names("spx", 10));
    }

    @Test
    void atMostNTitlesCome() {
        assertEquals(2, search.search("n", 2).size());
        assertEquals(List.of(), search.search("n", 0));
    }

    @Test
    void aQueryOfNothingFindsNothing() {
        assertEquals(List.of(), search.search("", 5));
        assertEquals(List.of(), search.search(" ;-! ", 5));
        assertEquals(List.of(), search.search("qqqqqqqqqqqq", 5));
        assertEquals(List.of(), search.search("q ".repeat(10_000), 5));
    }

    @Test
    void everyTitleIsFoundByEachOfItsNames() {
        for (Title title : catalogue().titles()) {
            assertEquals(title, search.search(title.name(), 1).getFirst());
            assertEquals(title, search.search(title.displayName(), 1).getFirst());
        }
    }

    /// One random letter of a name of at least 8 letters dropped: seed 20261124.
    @Test
    void oneDroppedLetterStillFindsTheTitle() {
        Random random = new Random(20261124);
        for (Title title : catalogue().titles()) {
            String name = title.name();
            for (int trial = 0;
                    trial < 20 && NameFolding.compact(NameFolding.folded(name)).length() >= 8;
                    trial++) {
                int at = 1 + random.nextInt(name.length() - 1);
                String[] words = NameFolding.folded(name.substring(0, at) + name.substring(at + 1))
                        .split(" ", -1);
                if (List.of(words).stream().allMatch(word -> word.length() >= 4)) {
                    assertFalse(
                            search.search(String.join(" ", words), 5).isEmpty(),
                            () -> String.join(" ", words) + " finds nothing");
                }
            }
        }
    }

    @Test
    void theDistanceCountsSwappedLettersOnce() {
        assertEquals(1, TypingErrors.distance("nartuo", "naruto", false));
        assertEquals(2, TypingErrors.distance("nrato", "naruto", false));
        assertEquals(0, TypingErrors.distance("broth", "brotherhood", true));
        assertEquals(6, TypingErrors.distance("broth", "brotherhood", false));
        assertEquals(1, TypingErrors.distance("bruth", "brotherhood", true));
    }

    private List<String> names(String query, int n) {
        return search.search(query, n).stream().map(Title::name).toList();
    }
}
