package io.osusume.model.original;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.SampleTitles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginalPreferencesTest {
    private static final RatingScale SCALE = RatingScale.SCORED_ONLY;

    /// Ratings of items 0, 1, 2, ...; 0 is watched, not scored.
    private static Profile rated(int... ratings) {
        int[] items = new int[ratings.length];
        float[] scaled = new float[ratings.length];
        for (int item = 0; item < items.length; item++) {
            items[item] = item;
            scaled[item] = SCALE.scaled(ratings[item]);
        }
        return Profile.of(items, scaled);
    }

    private static int[] preferred(Profile profile) {
        return new OriginalPreferences(SCALE, ItemFacts.unknown(9)).of(profile);
    }

    /// Sorted 5 6 8 9: the place .75 x 3 = 2.25 lies a quarter of the way from 8 to 9.
    @Test
    void thePercentileLiesBetweenTheNearestRatings() {
        assertEquals(8.25, OriginalPreferences.percentile(new double[] {9, 5, 8, 6}));
        assertEquals(7, OriginalPreferences.percentile(new double[] {7}));
        assertEquals(0, OriginalPreferences.percentile(new double[] {}));
    }

    @Test
    void whatIsRatedAtOrAboveThePercentileIsPreferred() {
        assertArrayEquals(new int[] {0}, preferred(rated(9, 5, 8, 6))); // 8.25: the 8 is out
        assertArrayEquals(new int[] {0, 2, 3}, preferred(rated(8, 5, 8, 8))); // 8: three of four are in
        assertArrayEquals(new int[] {}, preferred(rated()));
    }

    @Test
    void whoScoresNothingPrefersEverything() {
        assertArrayEquals(new int[] {0, 1, 2}, preferred(rated(0, 0, 0)));
    }

    /// 0 0 0 0 2: the percentile of five is the fourth, 0. A rating of 2 and the unscored are all "at or
    /// above" it.
    @Test
    void unscoredEntriesPullThePercentileDown() {
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, preferred(rated(0, 0, 0, 0, 2)));
    }

    @Test
    void preferencesStandInTheOrderOfTheCatalogueMissingScoresLast() {
        ItemFacts facts =
                new SampleTitles().add(Double.NaN).add(7.5).add(8.5).add(7.5).facts();
        assertArrayEquals(new int[] {2, 1, 3, 0}, new OriginalPreferences(SCALE, facts).of(rated(9, 9, 9, 9)));
    }

    @Test
    void favouriteGenresAreCountsOfThePreferences() {
        ItemFacts facts = new SampleTitles()
                .add(8, "Mecha", "Comedy")
                .add(7, "Comedy")
                .add(6, "Drama")
                .facts();
        Map<String, Integer> counts = OriginalGenres.counts(new int[] {0, 1, 2}, facts);
        assertEquals("{Comedy=2, Mecha=1, Drama=1}", counts.toString());
        assertEquals(
                List.of(),
                List.copyOf(OriginalGenres.counts(new int[] {}, facts).keySet()));
    }
}
