package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final int ITEMS = 200;
    private static final Interactions NOBODY =
            Interactions.owning(ITEMS, new int[] {0}, new int[0], new float[0], RatingScale.SCORED_ONLY);

    /// A clock that goes on by one millisecond whenever somebody looks at it.
    private static Evaluator evaluator() {
        AtomicLong now = new AtomicLong();
        return new Evaluator(Bootstrap.DEFAULT, () -> now.addAndGet(1_000_000));
    }

    /// Scores items by how near they are to a wanted one, the same for everybody.
    private record Towards(int wanted) implements FoldIn {
        @Override
        public String name() {
            return "towards-" + wanted;
        }

        @Override
        public Interactions training() {
            return NOBODY;
        }

        @Override
        public void score(Profile profile, float[] scores) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = -Math.abs(item - wanted);
            }
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    private static Split split(List<HeldOutUser> test) {
        IdIndex items = IdIndex.of(LongStream.range(0, ITEMS).toArray());
        return new Split(items, IdIndex.of(), NOBODY, List.of(), test);
    }

    private static Split randomSplit(int users) {
        SplittableRandom random = new SplittableRandom(5);
        List<HeldOutUser> test = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int[] heldOut =
                    random.ints(1 + random.nextInt(30), 0, ITEMS).distinct().toArray();
            int free = 0;
            while (contains(heldOut, free)) {
                free++;
            }
            test.add(new HeldOutUser(1000 + user, Profile.ofItems(free), heldOut));
        }
        return split(test);
    }

    private static boolean contains(int[] items, int item) {
        return java.util.Arrays.stream(items).anyMatch(each -> each == item);
    }

    private static Evaluation evaluate(FoldIn model, Split split, int threads) {
        return evaluator().evaluate(model, split, Part.TEST, new Threads(threads), TrainingListener.SILENT);
    }

    @Test
    void theFoldInIsNotRanked() {
        // Items by score: 0, 1, 2, ... Item 0 is folded in, so that the held-out item 1 comes first.
        Evaluation evaluation =
                evaluate(new Towards(0), split(List.of(new HeldOutUser(1, Profile.ofItems(0), new int[] {1}))), 1);

        assertEquals(1, evaluation.value("mrr", 0).orElseThrow());
        assertEquals(1, evaluation.value("ndcg@10", 0).orElseThrow());
    }

    @Test
    void theMeanIsOverUsers() {
        // Ranked 1, 2, 3, ...: one user finds an item at rank 1, one at rank 4, one at rank 150 (beyond the top 100).
        Evaluation evaluation = evaluate(
                new Towards(0),
                split(List.of(
                        new HeldOutUser(1, Profile.ofItems(0), new int[] {1}),
                        new HeldOutUser(2, Profile.ofItems(0), new int[] {4}),
                        new HeldOutUser(3, Profile.ofItems(0), new int[] {150}))),
                1);

        assertEquals((1 + .25 + 0) / 3, evaluation.estimate("mrr").orElseThrow().mean(), 1e-12);
        assertEquals(3, evaluation.estimate("mrr").orElseThrow().users());
        assertEquals(0, evaluation.estimate("mrr").orElseThrow().undefined());
        assertEquals(10.0 / ITEMS, evaluation.coverage().orElseThrow(), 1e-12);
        assertEquals(3, evaluation.userId(2));
    }

    @Test
    void theFiguresDoNotDependOnTheNumberOfThreads() {
        Split split = randomSplit(300);
        Evaluation one = evaluate(new Towards(60), split, 1);
        Evaluation three = evaluate(new Towards(60), split, 3);

        for (String metric : one.metrics()) {
            assertEquals(one.estimate(metric), three.estimate(metric), metric);
        }
        assertEquals(one.coverage(), three.coverage());
    }

    @Test
    void theIntervalHoldsTheMeanAndIsAboutTwoStandardErrorsWide() {
        Evaluation evaluation = evaluate(new Towards(60), randomSplit(300), 2);
        Estimate estimate = evaluation.estimate("ndcg@100").orElseThrow();
        double squares = 0;
        for (int user = 0; user < 300; user++) {
            squares += Math.pow(evaluation.value("ndcg@100", user).orElseThrow() - estimate.mean(), 2);
        }
        double standardError = Math.sqrt(squares / 300 / 300);

        assertEquals(1.96 * standardError, estimate.mean() - estimate.low(), .2 * standardError);
        assertEquals(1.96 * standardError, estimate.high() - estimate.mean(), .2 * standardError);
    }

    @Test
    void withoutUsersEveryMeanIsAbsent() {
        Evaluation evaluation = evaluate(new Towards(0), split(List.of()), 2);

        assertTrue(evaluation.estimate("ndcg@10").isEmpty());
        assertTrue(evaluation.coverage().isEmpty());
        assertEquals(Duration.ZERO, evaluation.meanScoringTime());
    }

    @Test
    void undefinedUsersAreLeftOutAndCounted() {
        Findings findings = new Findings();
        findings.byMetric.put("mrr", new double[] {.5, Double.NaN, 1});
        Evaluation evaluation =
                Evaluation.owning("m", Part.TEST, new long[] {1, 2, 3}, findings, new long[3], Bootstrap.DEFAULT);

        assertEquals(.75, evaluation.estimate("mrr").orElseThrow().mean(), 1e-12); // (.5 + 1) / 2
        assertEquals(2, evaluation.estimate("mrr").orElseThrow().users());
        assertEquals(1, evaluation.estimate("mrr").orElseThrow().undefined());
        assertTrue(evaluation.value("mrr", 1).isEmpty());
    }

    @Test
    void theScoringTimeIsMeasuredWithTheGivenClock() {
        assertEquals(
                Duration.ofMillis(1),
                evaluate(new Towards(0), randomSplit(20), 1).meanScoringTime());
    }

    @Test
    void progressEndsAtOne() {
        List<Double> heard = new ArrayList<>();
        evaluator().evaluate(new Towards(0), randomSplit(600), Part.TEST, new Threads(2), new TrainingListener() {
            @Override
            public void progress(String step, double fraction) {
                heard.add(fraction);
            }
        });

        assertEquals(3, heard.size()); // 600 users: 75 tasks of 8, 32 tasks a step
        assertEquals(1, heard.getLast());
    }

    @Test
    void aModelOfOtherItemsIsRefused() {
        Split split = new Split(IdIndex.of(1, 2), IdIndex.of(), NOBODY, List.of(), List.of());

        assertEquals(
                "model 'towards-0' ranks 200 items but the split has 2; train it on the split's training part",
                assertThrows(IllegalArgumentException.class, () -> evaluate(new Towards(0), split, 1))
                        .getMessage());
    }

    @Test
    void anUnknownMetricNamesTheKnownOnes() {
        Evaluation evaluation = evaluate(new Towards(0), split(List.of()), 1);

        assertEquals(
                "no metric 'map@10' among [ndcg@10, ndcg@100, recall@20, recall@50, mrr]",
                assertThrows(java.util.NoSuchElementException.class, () -> evaluation.estimate("map@10"))
                        .getMessage());
    }
}
