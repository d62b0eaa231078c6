package io.osusume.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.model.TrainingListener;
import io.osusume.model.ease.Ease;
import io.osusume.model.ease.EaseTrainer;
import io.osusume.model.popularity.PopularityTrainer;
import io.osusume.registry.Insights;
import io.osusume.registry.LearntInsights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InsightTrainerTest {
    private static final int ITEMS = 30;
    private static final int USERS = 80;
    private static final Threads TWO = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(TWO), TWO);
    private static final SimilarItems NOBODY = (item, n) -> Ranking.of(new int[0], new float[0]);

    private static Interactions lists(boolean scored) {
        SplittableRandom random = new SplittableRandom(2);
        InteractionsBuilder builder = new InteractionsBuilder(USERS, ITEMS, RatingScale.SCORED_ONLY);
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (random.nextInt(3) > 0) {
                    builder.add(user, item, scored ? 5 + (user + item) % 5 : 0);
                }
            }
        }
        return builder.build();
    }

    private static Split split(Interactions lists, boolean judges) {
        List<HeldOutUser> users = new ArrayList<>();
        for (int user = 0; user < (judges ? 40 : 0); user++) {
            int[] known = new int[12];
            int[] asked = new int[6];
            Arrays.setAll(known, k -> k);
            Arrays.setAll(asked, k -> 20 + k);
            float[] ratings = new float[12];
            float[] hidden = new float[6];
            Arrays.fill(ratings, .6f);
            Arrays.fill(hidden, .7f);
            users.add(new HeldOutUser(user, Profile.of(known, ratings), Profile.of(asked, hidden)));
        }
        return new Split(
                IdIndex.of(LongStream.rangeClosed(1, ITEMS).toArray()),
                IdIndex.of(LongStream.rangeClosed(1, USERS).toArray()),
                lists,
                users,
                List.of());
    }

    private static InsightTrainer trainer(InsightSettings settings, Interactions lists, boolean judges) {
        return new InsightTrainer(
                settings,
                new TrainingData(lists, ItemFacts.unknown(ITEMS)),
                split(lists, judges),
                NOBODY,
                KERNELS,
                TrainingListener.SILENT);
    }

    private static Ease ease(Interactions lists) {
        return new EaseTrainer(10).train(lists, KERNELS, TrainingListener.SILENT);
    }

    @Test
    void allIsLearntAndMeasured() {
        Interactions lists = lists(true);
        LearntInsights learnt =
                trainer(new InsightSettings(true, 20, 50), lists, true).about(ease(lists));

        Insights insights = learnt.insights();
        assertEquals(ITEMS, insights.map().orElseThrow().itemCount());
        assertEquals(ITEMS, insights.audiences().orElseThrow().itemCount());
        assertEquals(20, insights.scores().orElseThrow().model().anchorCount());
        assertEquals(50, insights.lists().orElseThrow().size());
        assertEquals(
                Map.of(
                        "insights.map", "true",
                        "insights.meanings", "false",
                        "insights.score-titles", "20",
                        "insights.lists", "50"),
                learnt.settings());
        assertEquals(
                Set.of("validation-score-mae", "validation-score-rmse"),
                learnt.measured().keySet());
        assertFalse(insights.scores().orElseThrow().errors().steps().isEmpty(), "how far off it is was measured");
    }

    @Test
    void whatIsSwitchedOffIsNotMade() {
        Interactions lists = lists(true);
        LearntInsights learnt =
                trainer(new InsightSettings(false, 0, 0), lists, true).about(ease(lists));
        assertTrue(learnt.insights().map().isEmpty());
        assertTrue(learnt.insights().scores().isEmpty());
        assertTrue(learnt.insights().lists().isEmpty());
        assertTrue(learnt.insights().meanings().isEmpty());
        assertTrue(learnt.insights().audiences().isPresent(), "who has what costs next to nothing");
        assertEquals(Map.of(), learnt.measured());
    }

    @Test
    void aModelThatDoesNotKnowWhatIsAlikeHasNoMap() {
        Interactions lists = lists(true);
        InsightTrainer trainer = trainer(new InsightSettings(true, 20, 50), lists, false);
        LearntInsights learnt = trainer.about(new PopularityTrainer().train(lists, KERNELS, TrainingListener.SILENT));
        assertTrue(learnt.insights().map().isEmpty());
        assertTrue(learnt.insights().scores().isPresent());
        assertEquals(Map.of(), learnt.measured(), "without validation users nothing is measured");
    }

    @Test
    void listsWithoutScoresTellNoScores() {
        Interactions lists = lists(false);
        assertTrue(trainer(new InsightSettings(true, 20, 50), lists, true)
                .about(ease(lists))
                .insights()
                .scores()
                .isEmpty());
    }

    @Test
    void whatDoesNotDependOnTheModelIsLearntOnce() {
        Interactions lists = lists(true);
        InsightTrainer trainer = trainer(new InsightSettings(true, 20, 50), lists, true);
        Insights first = trainer.about(ease(lists)).insights();
        Insights second = trainer.about(ease(lists)).insights();
        assertSame(first.audiences().orElseThrow(), second.audiences().orElseThrow());
        assertSame(first.lists().orElseThrow(), second.lists().orElseThrow());
        assertSame(first.scores().orElseThrow(), second.scores().orElseThrow());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals(
                "score-titles must be in [0, 32767], was 40000",
                assertThrows(IllegalArgumentException.class, () -> new InsightSettings(true, 40_000, 0))
                        .getMessage());
        assertEquals(
                "lists must not be negative, was -1",
                assertThrows(IllegalArgumentException.class, () -> new InsightSettings(true, 0, -1))
                        .getMessage());
    }
}
