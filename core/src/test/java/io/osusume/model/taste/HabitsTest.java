package io.osusume.model.taste;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Facet;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.TitleType;
import io.osusume.data.TrainingData;
import io.osusume.model.SampleTitles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final SampleTitles TITLES = new SampleTitles()
            .add(8, "Comedy", "Mecha")
            .add(8, "Comedy")
            .add(8, "Comedy", "Drama")
            .add(8, "Drama");

    /// Ten entries: item 0 once, items 1, 2 and 3 three times each. Comedy has 7 of 10 entries, Drama 6,
    /// Mecha 1.
    private static TrainingData data() {
        InteractionsBuilder builder = new InteractionsBuilder(4, 4, RatingScale.SCORED_ONLY).add(3, 0, 0);
        for (int user = 0; user < 3; user++) {
            builder.add(user, 1, 0).add(user, 2, 0).add(user, 3, 0);
        }
        return new TrainingData(builder.build(), TITLES.facts());
    }

    /// Two entries, Mecha on one of them: d = 2 + .02 x 2 = 2.04; (1 + 2.04) / (.1 x 2 + 2.04) = 3.04 /
    /// 2.24. Comedy on both: 4.04 / (1.4 + 2.04). More entries have Comedy, but Mecha is what the list
    /// stands out by.
    @Test
    void aListStandsOutByWhatItHasMoreOfThanAllLists() {
        List<Habit> genres = Habits.of(Facet.GENRE, data()).of(Profile.ofItems(0, 1));
        assertEquals(List.of("Mecha", "Comedy"), words(genres));
        assertEquals(.1, genres.get(0).usualShare(), 1e-12);
        assertEquals(3.04 / 2.24, genres.get(0).lift(), 1e-12);
        assertEquals(1, genres.get(0).entries());
        assertEquals(4.04 / 3.44, genres.get(1).lift(), 1e-12);
        assertEquals(2, genres.get(1).entries());
        assertEquals(0, genres.get(0).liking());
    }

    /// Ratings 1 and 0, the mean .5: Comedy and Mecha are on the one rated .5 above, Drama on the one .5
    /// below, each liking over 1 + 3.
    @Test
    void whatTheFanRatesAboveTheOwnMeanIsLiked() {
        Profile profile = Profile.of(new int[] {0, 3}, new float[] {1, 0});
        List<Habit> genres = Habits.of(Facet.GENRE, data()).of(profile);
        assertEquals(List.of("Mecha", "Comedy", "Drama"), words(genres));
        assertEquals(.5 / 4, genres.get(0).liking(), 1e-12);
        assertEquals(-.5 / 4, genres.get(2).liking(), 1e-12);
        assertEquals(Math.log(3.04 / 2.24) + 2 * .125, genres.get(0).fondness(), 1e-12);
    }

    @Test
    void unscoredEntriesCountForTheLiftAlone() {
        Profile profile = Profile.of(new int[] {0, 1, 3}, new float[] {Float.NaN, 1, 0});
        Habit comedy = Habits.of(Facet.GENRE, data()).of(profile).stream()
                .filter(habit -> habit.word().equals("Comedy"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, comedy.entries());
        assertEquals(.5 / 4, comedy.liking(), 1e-12); // one scored entry, not two
    }

    @Test
    void onlyWhatTheFanIsFondOfIsAFavourite() {
        Habits genres = Habits.of(Facet.GENRE, data());
        assertEquals(
                List.of("Drama"),
                words(genres.favourites(Profile.ofItems(2, 3), 5))); // Comedy: 1 of 2, usually 7 of 10
        assertEquals(List.of(), genres.favourites(Profile.ofItems(), 5));
        assertEquals(List.of(), genres.favourites(Profile.ofItems(2, 3), 0));
    }

    @Test
    void nothingIsKnownOfTitlesTheCatalogueLacks() {
        Interactions training = data().interactions();
        Habits genres = Habits.of(Facet.GENRE, new TrainingData(training, ItemFacts.unknown(4)));
        assertEquals(List.of(), genres.of(Profile.ofItems(0, 1)));
    }

    @Test
    void aTitleIsDescribedByTypeEraAndLength() {
        SampleTitles titles = new SampleTitles()
                .add(TitleType.TV, 8, 26, 24, 1998) // 10.4 hours
                .add(TitleType.MOVIE, 8, 1, 125, 2001) // 2.1 hours
                .add(TitleType.UNKNOWN, 8, 0, 0, 0);
        Map<Facet, List<List<String>>> expected = Map.of(
                Facet.TYPE, List.of(List.of("TV"), List.of("Movie"), List.of()),
                Facet.ERA, List.of(List.of("1990s"), List.of("2000s"), List.of()),
                Facet.LENGTH, List.of(List.of("7 to 15 hours"), List.of("1 to 3 hours"), List.of()),
                Facet.STUDIO, List.of(List.of(), List.of(), List.of()),
                Facet.SOURCE, List.of(List.of(), List.of(), List.of()),
                Facet.AGE_RATING, List.of(List.of(), List.of(), List.of()));
        expected.forEach((facet, words) -> {
            for (int item = 0; item < 3; item++) {
                assertEquals(words.get(item), facet.words(titles.title(item)), facet + " of item " + item);
            }
        });
        assertEquals(Facet.values().length - 1, expected.size(), "all but genres");
    }

    private static List<String> words(List<Habit> habits) {
        return habits.stream().map(Habit::word).toList();
    }
}
