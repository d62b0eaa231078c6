package io.osusume.model.original;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.FoldInContract;
import io.osusume.model.Ranking;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SampleTitles;
import io.osusume.model.Trainer;
import io.osusume.model.net.AdamRule;
import io.osusume.model.net.EmbeddingNetTrainer;
import io.osusume.model.net.LearningRateSchedule;
import io.osusume.model.net.UnscoredRows;
import org.junit.jupiter.api.Test;

/// The whole keeps every model's promises; its parts are worked out by hand. (Like the net it is not
/// held to finding hidden items.)
class OriginalHybridTest extends RecommenderContract implements FoldInContract {
    private static final RatingScale SCALE = RatingScale.SCORED_ONLY;

    @Override
    public Trainer<?> trainer() {
        return OriginalHybridTrainer.original(new EmbeddingNetTrainer(
                "net-small",
                16,
                2,
                500,
                LearningRateSchedule.constant(5e-3),
                AdamRule.SUM_OF_SQUARES,
                .9,
                UnscoredRows.AS_ZERO,
                200,
                3,
                5));
    }

    /// Three users, all ratings 8, so that everybody prefers the whole list:
    /// user 0 has items 1, 2, user 1 has 2, 3, user 2 has 3, 4.
    private static Interactions training() {
        InteractionsBuilder builder = new InteractionsBuilder(3, 5, SCALE);
        for (int user = 0; user < 3; user++) {
            builder.add(user, user + 1, 8).add(user, user + 2, 8);
        }
        return builder.build();
    }

    private static Ranking users(int... users) {
        return Ranking.of(users, new float[users.length]);
    }

    /// Items 2 and 3 have two votes each, 1 and 4 one. Walking user 0 first, 2 comes before 3.
    @Test
    void similarUsersVoteForWhatTheyPrefer() {
        OriginalVotes votes = new OriginalVotes(training(), ItemFacts.unknown(5));
        Ranking winners = votes.recommend(users(0, 1, 2), Profile.ofItems(), 10);
        assertArrayEquals(new int[] {2, 3, 1, 4}, winners.indices());
        assertEquals(2, winners.score(0));
        assertEquals(1, winners.score(2));
        assertArrayEquals(
                new int[] {3, 2, 4, 1},
                votes.recommend(users(2, 1, 0), Profile.ofItems(), 10).indices());
        assertArrayEquals(
                new int[] {2},
                votes.recommend(users(0, 1, 2), Profile.ofItems(), 1).indices());
    }

    /// One vote each. User 2's better scored title stands first, item 4 (9.1) before 3 (7.0); then user
    /// 0's, 2 (8.0) before 1 (6.0).
    @Test
    void tiesGoToTheTitleMetFirstInTheOrderOfTheCatalogue() {
        ItemFacts facts =
                new SampleTitles().add(5).add(6).add(8).add(7).add(9.1).facts();
        Ranking winners = new OriginalVotes(training(), facts).recommend(users(2, 0), Profile.ofItems(), 10);
        assertArrayEquals(new int[] {4, 3, 2, 1}, winners.indices());
    }

    /// The target rated item 2 with 9 and item 3 with 5. The percentile is 8: only item 2 is left out,
    /// and the watched item 3 wins.
    @Test
    void whatTheTargetWatchedAndLikedLessIsRecommendedAgain() {
        Profile target = Profile.of(new int[] {2, 3}, new float[] {SCALE.scaled(9), SCALE.scaled(5)});
        Ranking winners = new OriginalVotes(training(), ItemFacts.unknown(5)).recommend(users(0, 1, 2), target, 10);
        assertArrayEquals(new int[] {3, 1, 4}, winners.indices());
    }

    /// Winners 7 and 3 bring .5 each. The titles like 7 are 3, 8, those like 3 are 8, 9: 3 has .5 + .5,
    /// 8 has .5 + .5, 7 and 9 have .5. Equals stand as they came: 7, 3 as winners, then 8, 9.
    @Test
    void similarTitlesOfTheWinnersAreAddedToTheVotes() {
        Ranking combined =
                OriginalHybrid.combined(users(7, 3), winner -> winner == 7 ? users(3, 8) : users(8, 9), .5, .5);
        assertArrayEquals(new int[] {3, 8, 7, 9}, combined.indices());
        assertEquals(1, combined.score(0));
        assertEquals(1, combined.score(1));
        assertEquals(.5f, combined.score(2));
        assertEquals(.5f, combined.score(3));
    }

    /// With .9 for a winner and .1 for a similar title: 3 has 1, 7 has .9, 8 has .2, 9 has .1.
    @Test
    void theWeightsDecideBetweenVotesAndLikeness() {
        Ranking combined =
                OriginalHybrid.combined(users(7, 3), winner -> winner == 7 ? users(3, 8) : users(8, 9), .9, .1);
        assertArrayEquals(new int[] {3, 7, 8, 9}, combined.indices());
        assertEquals(.2f, combined.score(2));
    }

    @Test
    void watchedTitlesStandInTheListAsItWasAndNotInWhatIsRecommended() {
        OriginalHybrid model = (OriginalHybrid) checkerboardModel();
        int watched = 0;
        for (int user = 0; user < 40; user++) {
            Profile profile = model.training().profile(user);
            for (int item : model.asItWas(profile).first(10).indices()) {
                watched += profile.contains(item) ? 1 : 0;
            }
            int[] unseen = model.asItWas(profile)
                    .where(item -> !profile.contains(item))
                    .first(10)
                    .indices();
            assertArrayEquals(unseen, model.recommend(profile, unseen.length).indices(), "user " + user);
        }
        assertTrue(watched > 40, watched + " of 400 places");
    }

    @Test
    void weightsMustBePositive() {
        EmbeddingNetTrainer net = EmbeddingNetTrainer.original();
        assertEquals(
                "user-weight must be more than 0, was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new OriginalHybridTrainer("hybrid", net, 0, .5))
                        .getMessage());
        assertEquals(
                "content-weight must be more than 0, was NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new OriginalHybridTrainer("hybrid", net, .5, Double.NaN))
                        .getMessage());
    }
}
