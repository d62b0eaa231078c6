package io.osusume.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.meaning.MeaningSearch;
import io.osusume.meaning.QueryEncoder;
import io.osusume.recommend.Filter;
import io.osusume.sample.SampleCatalogue;
import io.osusume.search.TitleSearch;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [RequestSetTest] does not say by its figures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderstandingTest {
    private final Catalogue catalogue = SampleCatalogue.read().catalogue();
    private final Understanding understanding = of(catalogue);

    static Understanding of(Catalogue catalogue) {
        return new Understanding(
                catalogue,
                new TitleSearch(catalogue),
                new MeaningSearch(catalogue, Optional::empty, new QueryEncoder())::titlesWith);
    }

    @Test
    void theOtherTitleOfAComparisonMayBeNamedByHalf() {
        for (String said : List.of(
                "what's the difference between Fullmetal Alchemist and Brotherhood",
                "Fullmetal Alchemist or Brotherhood?",
                "compare Fullmetal Alchemist with Brotherhood")) {
            Request request = understanding.read(said, Optional.empty());
            assertEquals(Want.COMPARE, request.want(), said);
            assertEquals(
                    List.of(121L, 5114L),
                    request.titles().stream().map(NamedTitle::itemId).toList(),
                    said);
        }
    }

    @Test
    void wordsInAnyOrderTellWhatIsAskedAboutATitle() {
        assertEquals(Want.ADD, understanding.read("gintama already i finished").want());
        assertEquals(Want.ORDER, understanding.read("naruto, first is what").want());
        assertEquals(
                Want.SIMILAR,
                understanding.read("naruto, but first something short").want());
    }

    @Test
    void theExampleOfTheIssueIsUnderstoodWholly() {
        Request request = understanding.read(
                "something short and funny like Barakamon, no sequels, after 2015", Optional.empty());
        assertEquals(Want.SIMILAR, request.want());
        assertEquals(List.of(new NamedTitle(22789, "Barakamon", "Barakamon")), request.titles());
        assertEquals(
                "Filter[types=[], genres=[Comedy], withoutGenres=[], fromYear=2016, toYear=0, minEpisodes=0,"
                        + " maxEpisodes=13, maxMinutes=0, sources=[], minMembers=0, minScore=NaN, unaired=false,"
                        + " oldest=MILD_NUDITY]",
                request.filter().toString());
        assertEquals("new-franchises", request.franchises().word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hentai please", "18+ adult anime", "show me everything uncensored, I am 30 years old"})
    void wordsNeverLiftTheAgeClass(String text) {
        assertTrue(understanding.read(text).filter().oldest().compareTo(AgeRating.MILD_NUDITY) <= 0);
    }

    @Test
    void marksOfTheReaderTypedByAFanAreWordsLikeOthers() {
        for (String text : List.of("<t0>", "like <t7> and <f3>", "no <f99> or <t1>", "why not <t0>", "<<<>>>")) {
            assertNotNull(understanding.read(text), text);
        }
    }

    @Test
    void aPlaceThatWasNotShownIsNoTitle() {
        Turn before = new Turn(understanding.read("any recs?"), List.of(1L));
        assertEquals(
                List.of(),
                understanding
                        .read("more like the fifth one", Optional.of(before))
                        .titles());
    }

    @Test
    void aNewWishBeginsAnew() {
        Turn before = new Turn(understanding.read("no mecha, before 2000"), List.of(1L));
        Request request = understanding.read("I want a sports anime", Optional.of(before));
        assertFalse(request.followsUp());
        assertEquals(0, request.filter().toYear());
    }

    @Test
    void wordsThatMeanNothingHereAreTold() {
        Request request = understanding.read("funny anime with blorptastic flumph");
        assertEquals(List.of("blorptastic", "flumph"), request.notUsed());
    }

    @Test
    void anySentenceIsReadWithoutFailing() {
        long seed = 20261129;
        Random random = new Random(seed);
        String[] words =
                ("no not without like anime 0 1 99 2015 1990s 80s late under over max episodes eps hours 8/10 score rated"
                                + " than or and , . ? ! - ( ) the second last first 3 more shorter older instead sad funny mecha movie"
                                + " K Another Naruto Death Note 進撃の巨人 é ' \" / 100k members 18 years old rate between from to")
                        .split(" ", -1);
        for (int k = 0; k < 500; k++) {
            StringBuilder text = new StringBuilder();
            for (int w = random.nextInt(12); w >= 0; w--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            Turn before =
                    new Turn(understanding.read("romance between 2000 and 2010, 12 to 26 episodes"), List.of(1L, 6L));
            Request request =
                    understanding.read(text.toString(), random.nextBoolean() ? Optional.of(before) : Optional.empty());
            assertNotNull(request.filter(), () -> "seed " + seed + ": " + text);
        }
    }

    @Test
    void nothingIsAskedOfAnEmptySentence() {
        Request request = understanding.read("");
        assertEquals(Want.UNCLEAR, request.want());
        assertEquals(Filter.USUAL, request.filter());
    }
}
