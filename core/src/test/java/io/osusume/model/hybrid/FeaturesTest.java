package io.osusume.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.data.TrainingData;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Cooccurrences;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.Edlae;
import io.osusume.model.edlae.EdlaeTrainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Four users, five items: item 0 "Aria" of 2005, item 1 "Aria OVA" of 2007, item 2 "Aria Movie" of 2015, item 3
/// "Monster" of 2004, item 4 "Planetes" of 2003. Items 0 to 2 are one franchise.
class FeaturesTest {
    private static final Threads ONE = new Threads(1);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(ONE), ONE);

    private static final Interactions TRAINING = new InteractionsBuilder(4, 5, RatingScale.SCORED_ONLY)
            .add(0, 0, 10)
            .add(0, 1, 8)
            .add(1, 0, 7)
            .add(1, 1, 0)
            .add(1, 3, 6)
            .add(2, 0, 9)
            .add(2, 2, 9)
            .add(3, 3, 10)
            .add(3, 4, 4)
            .build();

    private final CandidateRows stage = stage();

    private static CandidateRows stage() {
        List<Title> titles = List.of(
                title(1, "Aria", "2005-10", TitleType.TV, List.of("Slice of Life", "Sci-Fi")),
                title(2, "Aria OVA", "2007-01", TitleType.OVA, List.of("Slice of Life", "Sci-Fi")),
                title(3, "Aria Movie", "2015-07", TitleType.MOVIE, List.of("Slice of Life")),
                title(4, "Monster", "2004-04", TitleType.TV, List.of("Thriller")),
                title(5, "Planetes", "2003-10", TitleType.TV, List.of("Sci-Fi")));
        ItemFacts facts = ItemFacts.of(new Catalogue(titles, List.of()), IdIndex.of(new long[] {1, 2, 3, 4, 5}));
        TrainingData data = new TrainingData(TRAINING, facts);
        float[] counts = new Cooccurrences(TRAINING).matrix(ONE);
        Overlaps overlaps = Overlaps.of(5, counts, ONE);
        Edlae linear = new EdlaeTrainer(1, 0.5, 0.5).train(data, counts, KERNELS, TrainingListener.SILENT);
        ItemTable items = ItemTable.of(data);
        Neighbours all = Neighbours.of(linear.weights(), overlaps, items.users(), NeighbourLimits.DEFAULT, ONE);
        return new CandidateRows(
                new FirstStage(all, new LogStrength(0.5, 0), items, KERNELS.vectors()),
                List.of(new BestScored(1), new FranchiseMates(40)));
    }

    private static Title title(long id, String name, String aired, TitleType type, List<String> genres) {
        return new Title(
                id,
                name,
                null,
                null,
                type,
                12,
                aired,
                null,
                0,
                null,
                genres,
                List.of("Studio " + type.label()),
                null,
                24,
                AgeRating.UNKNOWN,
                Double.NaN,
                0,
                null);
    }

    /// The feature of a candidate for a list.
    private float feature(String name, Profile profile, int item) {
        Query query = stage.query(profile);
        int column = stage.featureNames().indexOf(name);
        assertTrue(column >= 0, name);
        return stage.rows(query, new int[] {item})[column];
    }

    private float feature(String name, int item) {
        return feature(name, Profile.of(new int[] {0, 3}, new float[] {1, 0.5f}), item);
    }

    @Test
    void candidatesAreTheBestScoredAndThePartsOfTheFranchise() {
        assertArrayEquals(new int[] {1, 2}, stage.candidates(stage.query(Profile.ofItems(0))));
        int[] ofMonster = stage.candidates(stage.query(Profile.ofItems(3)));
        assertEquals(1, ofMonster.length, "only the best scored: Monster has no other part");
    }

    @Test
    void theStrongestContributionsAreThoseOfTheLinearModel() {
        float fromAria = stage.base().neighbours().weight(0, 1);
        float fromMonster = stage.base().neighbours().weight(3, 1);
        assertEquals(Math.max(fromAria, fromMonster), feature("first-contribution", 1));
        assertEquals(Math.max(0, Math.min(fromAria, fromMonster)), feature("second-contribution", 1));
        assertEquals(fromAria + fromMonster, feature("linear", 1), 1e-6);
        assertEquals(fromAria, feature("franchise-contributions", 1));
        assertEquals(fromMonster, feature("other-contributions", 1));
    }

    /// The list's mean is (1 + .5) / 2, so that Aria counts +.25 and Monster -.25.
    @Test
    void ratingsCountAgainstTheListsOwnMean() {
        float fromAria = stage.base().neighbours().weight(0, 1);
        float fromMonster = stage.base().neighbours().weight(3, 1);
        assertEquals(.25 * fromAria - .25 * fromMonster, feature("rated-contributions", 1), 1e-6);
        assertEquals(.25, feature("first-contribution-rating", 1), 1e-6);
    }

    /// Of the 3 users with Aria 2 have the OVA, of the 2 with Monster 1.
    @Test
    void conditionalsAreSharesOfUsersWhoHaveTheCandidateToo() {
        assertEquals(2 / 3.0, feature("best-conditional", 1), 1e-4);
        assertEquals((2 / 3.0 + 1 / 2.0) / 2, feature("mean-conditional", 1), 1e-4);
        assertEquals((2 / 3.0 + 1 / 2.0) / 2, feature("best-5-conditional", 1), 1e-4);
        assertEquals(2 / (3.0 + 2 - 2 + 5), feature("best-jaccard", 1), 1e-4);
        assertEquals(2 / (2.0 + 3), feature("best-reverse-conditional", 1), 1e-4);
    }

    /// The OVA has 2 users, Aria 3 and Monster 2.
    @Test
    void popularityIsMeasuredAgainstTheList() {
        assertEquals(Math.log(3), feature("log-users", 1), 1e-6);
        assertEquals(Math.log(3) - (Math.log(4) + Math.log(3)) / 2, feature("log-users-difference", 1), 1e-6);
        assertEquals(0, feature("log-users-quantile", 1));
        assertEquals(Math.log(2), feature("list-log-length", 1), 1e-6);
    }

    /// The movie is of July 2015, the latest of the list of October 2005.
    @Test
    void yearsAreMeasuredAgainstTheLatestOfTheList() {
        assertEquals(2015.5, feature("year", 2), 1e-3);
        assertEquals(2015.5 - 2005.75, feature("year-after-latest", 2), 1e-3);
        assertEquals(2005.75, feature("list-latest-year", 2), 1e-3);
    }

    /// Of the franchise (places: Aria 0, OVA 1, movie 2) the list has the first part.
    @Test
    void thePlaceInTheFranchiseTellsWhatIsNext() {
        assertEquals(1, feature("franchise-entries", 2));
        assertEquals(3, feature("franchise-size", 2));
        assertEquals(2, feature("franchise-after-last-seen", 2));
        assertEquals(0, feature("franchise-previous-seen", 2));
        assertEquals(1, feature("franchise-seen-before", 2));
        assertEquals(1, feature("franchise-missing-before", 2), "the OVA has more users than the movie");
        assertEquals(1, feature("franchise-previous-seen", 1));
        assertTrue(Float.isNaN(feature("franchise-after-last-seen", 4)));
    }

    /// Both entries of the list are TV series: of all 9 entries 6 are, so that the affinity is
    /// `(2 + 2 * 6 / 9) / (2 + 2) / (6 / 9)`.
    @Test
    void tasteIsTheListsShareOverTheUsualShare() {
        assertEquals((2 + 2 * 6 / 9.0) / 4 / (6 / 9.0), feature("type-affinity", 4), 1e-5);
        assertEquals(2, feature("genres", 1));
        assertEquals(1, feature("studio-entries", Profile.ofItems(0), 3));
    }
}
