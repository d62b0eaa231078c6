package io.osusume.model.hybrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.ExplainsContract;
import io.osusume.model.Explanation;
import io.osusume.model.FoldInContract;
import io.osusume.model.PersonalContract;
import io.osusume.model.RecommenderContract;
import io.osusume.model.SampleInteractions;
import io.osusume.model.ScoredList;
import io.osusume.model.SimilarItemsContract;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.model.rerank.Wishes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HybridTest extends RecommenderContract
        implements FoldInContract, PersonalContract, SimilarItemsContract, ExplainsContract {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);

    @Override
    public Trainer<?> trainer() {
        return settings(100_000);
    }

    private static HybridTrainer settings(int rankerUsers) {
        return new HybridTrainer(
                new EdlaeTrainer(2, 0.25, 0.5),
                LogisticTrainer.defaults(),
                50,
                40,
                new NeighbourLimits(30, 60),
                3,
                rankerUsers,
                0.5,
                0.5,
                7);
    }

    private static HybridRecommender trained(Interactions data) {
        return settings(100_000).train(data, KERNELS, TrainingListener.SILENT);
    }

    private static Interactions lists() {
        return SampleInteractions.random(300, 120, 25, RatingScale.SCORED_ONLY, 11);
    }

    @Test
    void otherHeldOutEntriesLeaveCandidatesAndFeaturesAsTheyAre() {
        HybridRecommender model = trained(lists());
        Profile known = Profile.of(new int[] {3, 9, 14, 40}, new float[] {1, 0.5f, Float.NaN, 0.25f});
        List<int[]> candidates = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (int[] heldOut : List.of(new int[] {1, 2, 5}, new int[] {70, 80})) {
            HeldOutUser user = new HeldOutUser(1, known, heldOut);
            Query query = model.candidateRows().query(user.foldIn());
            candidates.add(model.candidateRows().candidates(query));
            rows.add(model.candidateRows().rows(query, candidates.getLast()));
        }
        assertArrayEquals(candidates.get(0), candidates.get(1));
        assertArrayEquals(rows.get(0), rows.get(1), 0f);
        assertTrue(IntStream.of(candidates.getFirst()).anyMatch(item -> item == 1 || item == 2 || item == 5));
    }

    @Test
    void aListTheFirstStageDidNotSeeGivesTheRankersRows() {
        Interactions data = lists();
        int[] apart = {4, 50, 51};
        Interactions others = data.withoutUsers(apart);
        assertEquals(data.userCount() - 3, others.userCount());
        assertArrayEquals(data.profile(5).items(), others.profile(4).items());
        assertArrayEquals(data.profile(52).items(), others.profile(49).items());
    }

    @Test
    void manyUsersAreSetApartForTheRankerInsteadOfBeingDealt() {
        HybridRecommender model = settings(70).train(lists(), KERNELS, TrainingListener.SILENT);
        assertEquals(300, model.training().userCount());
        assertEquals(230, model.candidateRows().base().items().lists());
        HybridRecommender restored = settings(70).restore(model.state(), lists(), KERNELS);
        Profile profile = Profile.ofItems(3, 9, 14, 40);
        assertArrayEquals(
                model.recommend(profile, 20).indices(),
                restored.recommend(profile, 20).indices());
    }

    @Test
    void anExplanationSumsToTheScore() {
        HybridRecommender model = trained(lists());
        Profile profile = Profile.of(new int[] {3, 9, 14, 40}, new float[] {1, 0.5f, Float.NaN, 0.25f});
        ScoredList scored = model.scored(profile);
        int[] candidates =
                model.candidateRows().candidates(model.candidateRows().query(profile));
        assertTrue(candidates.length > 20);
        for (int item : candidates) {
            Explanation explanation = scored.explain(item);
            assertEquals(scored.scores()[item], explanation.score(), 1e-4, "item " + item);
        }
    }

    @Test
    void onlyAnItemOutsideTheListIsExplained() {
        HybridRecommender model = trained(lists());
        assertEquals(
                "a score is explained for an item that is not on a list of at least 1 entry; the list has 2 entries,"
                        + " item 9 among them",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.scored(Profile.ofItems(3, 9)).explain(9))
                        .getMessage());
    }

    @Test
    void scoresOfCandidatesAreLogOdds() {
        HybridRecommender model = trained(lists());
        assertEquals(0.5, model.probability(0));
        assertEquals(0.9, model.probability((float) Math.log(9)), 1e-7);
    }

    @Test
    void wishesAreObeyedAndTheListIsStillFull() {
        HybridRecommender model = trained(lists());
        Profile profile = Profile.ofItems(3, 9, 14, 40);
        BitSet oddOnes = IntStream.range(0, model.itemCount())
                .filter(item -> item % 2 == 1)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        Wishes evenOnes = new Wishes(oddOnes, FranchiseRule.EVERY_PART, -0.5, 0.5);
        int[] shown = model.with(evenOnes).recommend(profile, 50).indices();
        assertEquals(50, shown.length);
        assertTrue(IntStream.of(shown).allMatch(item -> item % 2 == 0 && !profile.contains(item)));
        assertArrayEquals(
                model.recommend(profile, 20).indices(),
                model.with(Wishes.NONE).recommend(profile, 20).indices());
    }

    @Test
    void listsTooShortForARankerAreAnError() {
        Interactions shortLists = SampleInteractions.random(50, 120, 5, RatingScale.SCORED_ONLY, 3);
        assertEquals(
                "hybrid: the ranker needs lists of at least 10 entries with held-out ones among the candidates; of 50"
                        + " lists there were none; bring more users or train edlae",
                assertThrows(TrainingException.class, () -> trained(shortLists)).getMessage());
    }
}
