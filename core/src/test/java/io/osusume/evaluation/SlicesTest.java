package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.ItemFacts;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Relation;
import io.osusume.data.Tensors;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import io.osusume.kernel.Threads;
import io.osusume.model.Probabilities;
import io.osusume.model.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// An evaluation with everything measured: what feeds from one scoring, what is scored again, what runs
/// become.
class SlicesTest {
    private static final int ITEMS = 150;
    private static final ListLengths LENGTHS = new ListLengths(List.of(2, 4), 4, 6, 5);

    /// Scores items by how near they are to the smallest item it is shown, and counts how often it is
    /// asked.
    private record Nearest(AtomicInteger asked, double noise) implements Probabilities {
        @Override
        public String name() {
            return "nearest";
        }

        @Override
        public Interactions training() {
            return TRAINING;
        }

        @Override
        public void score(Profile profile, float[] scores) {
            asked.incrementAndGet();
            SplittableRandom random = new SplittableRandom(profile.item(0));
            for (int item = 0; item < scores.length; item++) {
                scores[item] = -(float) (Math.abs(item - profile.item(0)) + noise * random.nextDouble());
            }
        }

        @Override
        public double probability(float score) {
            return Math.exp(score / 10);
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    /// Ten users; item `i` has `i % 10` of them.
    private static final Interactions TRAINING = training();

    private static Interactions training() {
        InteractionsBuilder builder = new InteractionsBuilder(10, ITEMS, RatingScale.SCORED_ONLY);
        for (int item = 0; item < ITEMS; item++) {
            for (int user = 0; user < item % 10; user++) {
                builder.add(user, item, 8);
            }
        }
        return builder.build();
    }

    private static Split split(List<HeldOutUser> test) {
        IdIndex items = IdIndex.of(LongStream.range(0, ITEMS).toArray());
        return new Split(items, IdIndex.of(LongStream.range(0, 10).toArray()), TRAINING, List.of(), test);
    }

    private static Split randomSplit(int users) {
        SplittableRandom random = new SplittableRandom(9);
        List<HeldOutUser> test = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int[] all = random.ints(4 + random.nextInt(16), 0, ITEMS).distinct().toArray();
            int kept = Math.max(1, all.length * 3 / 4);
            test.add(new HeldOutUser(
                    user,
                    Profile.ofItems(java.util.Arrays.copyOf(all, kept)),
                    java.util.Arrays.copyOfRange(all, kept, all.length)));
        }
        return split(test);
    }

    /// Items 0 and 1, 2 and 3, ... belong together; all but the last have one of three genres.
    private static ItemFacts facts() {
        List<Title> titles = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            String name = "" + (char) ('a' + item / 26) + (char) ('a' + item % 26) + "x";
            titles.add(new Title(
                    item,
                    name,
                    null,
                    null,
                    TitleType.TV,
                    0,
                    null,
                    null,
                    0,
                    null,
                    item == ITEMS - 1 ? List.of() : List.of("genre " + item % 3),
                    List.of(),
                    null,
                    0,
                    AgeRating.UNKNOWN,
                    Double.NaN,
                    0,
                    null));
            if (item % 2 == 1) {
                relations.add(new Relation(item - 1, Relation.Kind.SEQUEL, item));
            }
        }
        return ItemFacts.of(
                new Catalogue(titles, relations),
                IdIndex.of(LongStream.range(0, ITEMS).toArray()));
    }

    private static Evaluation evaluate(Nearest model, Split split, Slices slices, int threads) {
        return new Evaluator(Bootstrap.DEFAULT, () -> 0)
                .evaluate(model, split, Part.TEST, slices, new Threads(threads), TrainingListener.SILENT);
    }

    private static Nearest model(double noise) {
        return new Nearest(new AtomicInteger(), noise);
    }

    @Test
    void everythingButListLengthsComesFromOneScoringOfEachUser() {
        Split split = randomSplit(50);
        Nearest model = model(0);
        Evaluation evaluation = evaluate(model, split, Slices.of(facts()), 2);

        assertEquals(50, model.asked().get());
        assertEquals(Set.of("sequel-free"), evaluation.slices());
        assertEquals(Set.of("novelty@10", "diversity@10"), evaluation.listMetrics());
        assertEquals(Set.of("coverage@10", "gini@10"), evaluation.pooled().keySet());
        assertEquals(3, evaluation.bands().size());
        assertEquals(50 * Metric.DEPTH, evaluation.calibration().orElseThrow().candidates());
    }

    @Test
    void eachCutScoresTheUsersWhoseListsAreLongEnoughOnceMore() {
        Split split = randomSplit(50);
        Nearest model = model(0);
        Evaluation evaluation = evaluate(model, split, Slices.of(facts()).with(LENGTHS), 2);
        long cuttable =
                split.test().stream().filter(user -> user.foldIn().size() >= 4).count();

        assertTrue(cuttable > 10 && cuttable < 50);
        assertEquals(50 + 2 * cuttable, model.asked().get());
        assertEquals(List.of("list-2", "list-4", "list-6+", "sequel-free"), List.copyOf(evaluation.slices()));
        assertEquals(cuttable, evaluation.users("list-2"));
        assertEquals(
                split.test().stream().filter(user -> user.foldIn().size() >= 6).count(), evaluation.users("list-6+"));
    }

    @Test
    void entriesCutAwayAreNeitherShownNorCounted() {
        // The list is 10 11 12 13, held out is 14. Whatever two are kept, the smallest is at most 12, and without
        // 10 to 13 item 14 stands behind those that are nearer to it: 9 8 .. on the other side.
        Split split = split(List.of(new HeldOutUser(1, Profile.ofItems(10, 11, 12, 13), new int[] {14})));
        Profile kept = LENGTHS.cut(split.test().getFirst(), 2).orElseThrow();
        int distance = 14 - kept.item(0);
        // Ranked are the items at distance 1, 2, ... from the smallest kept one, the lower first, 10 to 13 left out.
        int before = 0;
        for (int item = 0; item < 10; item++) {
            before += kept.item(0) - item <= distance ? 1 : 0;
        }
        double expected = Math.log(2) / Math.log(before + 2);

        assertEquals(
                expected,
                evaluate(model(0), split, Slices.NONE.with(LENGTHS), 1)
                        .value("list-2-ndcg@10", 0)
                        .orElseThrow(),
                1e-12);
    }

    @Test
    void sequelsAreTakenOutOfRankingAndTruth() {
        // Shown 20, held out 21 (its sequel) and 24. Ranked in all: 19 21 18 22 17 23 16 24; sequel-free without 21.
        Split split = split(List.of(
                new HeldOutUser(1, Profile.ofItems(20), new int[] {21, 24}),
                new HeldOutUser(2, Profile.ofItems(20), new int[] {21})));
        Evaluation evaluation = evaluate(model(0), split, Slices.of(facts()), 1);

        assertEquals(1 / 2.0, evaluation.value("mrr", 0).orElseThrow(), 1e-12); // 21 at rank 2
        // 24 at rank 7 of 19 18 22 17 23 16 24, alone to be found: 1 / log2(8) = 1 / 3
        assertEquals(1 / 3.0, evaluation.value("sequel-free-ndcg@10", 0).orElseThrow(), 1e-12);
        assertTrue(evaluation.value("sequel-free-ndcg@10", 1).isEmpty()); // nothing left to find
        assertEquals(1, evaluation.users("sequel-free"));
    }

    @Test
    void theFiguresDoNotDependOnTheNumberOfThreads() {
        Split split = randomSplit(300);
        Slices slices = Slices.of(facts()).with(LENGTHS);
        Evaluation one = evaluate(model(30), split, slices, 1);
        Evaluation three = evaluate(model(30), split, slices, 3);

        for (String slice : one.slices()) {
            for (String metric : Slices.metrics()) {
                String name = Evaluation.inSlice(slice, metric);
                assertEquals(one.estimate(name), three.estimate(name), name);
            }
        }
        assertEquals(one.estimate("novelty@10"), three.estimate("novelty@10"));
        assertEquals(one.estimate("diversity@10"), three.estimate("diversity@10"));
        assertEquals(one.bands(), three.bands());
        assertEquals(one.pooled(), three.pooled());
        assertEquals(
                one.calibration().orElseThrow().bins(),
                three.calibration().orElseThrow().bins());
    }

    @Test
    void whatIsNotKnownIsNotMeasured() {
        Evaluation evaluation = evaluate(model(0), randomSplit(20), Slices.of(ItemFacts.unknown(ITEMS)), 1);

        assertEquals(Set.of(), evaluation.slices()); // no franchise of two
        assertEquals(Set.of("novelty@10"), evaluation.listMetrics()); // no genres
        assertEquals(
                Set.of(), evaluate(model(0), randomSplit(20), Slices.NONE, 1).listMetrics());
    }

    @Test
    void withoutUsersNothingIsMeasured() {
        Evaluation evaluation =
                evaluate(model(0), split(List.of()), Slices.of(facts()).with(LENGTHS), 2);

        assertTrue(evaluation.estimate("sequel-free-ndcg@10").isEmpty());
        assertEquals(0, evaluation.users("list-2"));
        assertEquals(List.of(), evaluation.bands());
        assertTrue(evaluation.calibration().isEmpty());
    }

    @Test
    void runsOfSeveralSeedsBecomeTheMeanOfEachUserAndTheirSpread() {
        Split split = randomSplit(60);
        Slices slices = Slices.of(facts()).with(LENGTHS);
        Evaluation one = evaluate(model(10), split, slices, 1);
        Evaluation other = evaluate(model(60), split, slices, 1);
        Evaluation mean = Evaluation.averaged(List.of(one, other), Bootstrap.DEFAULT);

        for (String metric : List.of("ndcg@10", "novelty@10", "list-2-recall@20")) {
            double first = one.estimate(metric).orElseThrow().mean();
            double second = other.estimate(metric).orElseThrow().mean();
            assertEquals(
                    (first + second) / 2, mean.estimate(metric).orElseThrow().mean(), 1e-12);
            assertEquals(
                    new Spread(Math.min(first, second), Math.max(first, second)),
                    mean.spreads().get(metric));
        }
        assertEquals(
                (one.value("mrr", 7).orElseThrow() + other.value("mrr", 7).orElseThrow()) / 2,
                mean.value("mrr", 7).orElseThrow(),
                1e-12);
        assertEquals(
                (one.coverage().orElseThrow() + other.coverage().orElseThrow()) / 2,
                mean.coverage().orElseThrow(),
                1e-12);
        assertEquals(
                (one.bands().getFirst().shown() + other.bands().getFirst().shown()) / 2,
                mean.bands().getFirst().shown(),
                1e-12);
        assertEquals(2 * 60 * Metric.DEPTH, mean.calibration().orElseThrow().candidates());
    }

    @Test
    void aSingleRunIsItsOwnMeanWithoutASpread() {
        Evaluation run = evaluate(model(10), randomSplit(30), Slices.of(facts()), 1);
        Evaluation mean = Evaluation.averaged(List.of(run), Bootstrap.DEFAULT);

        assertEquals(run.estimate("ndcg@10"), mean.estimate("ndcg@10"));
        assertEquals(run.bands(), mean.bands());
        assertEquals(Map.of(), mean.spreads());
    }

    @Test
    void runsThatDoNotBelongTogetherAreRefused() {
        Evaluation run = evaluate(model(10), randomSplit(3), Slices.NONE, 1);
        Evaluation longer = evaluate(model(10), randomSplit(4), Slices.NONE, 1);
        Evaluation more = evaluate(model(10), randomSplit(3), Slices.of(facts()), 1);

        assertEquals(
                "'nearest' was evaluated on 3 users, 'nearest' on 4: an average over seeds needs the same users",
                message(List.of(run, longer)));
        assertEquals(
                "an average over seeds needs runs of one model, were 'nearest' and 'other'",
                message(List.of(run, run.named("other"))));
        assertEquals(
                "an average over seeds needs the same metrics in every run, one lacks 'novelty@10'",
                message(List.of(more, run)));
        assertEquals("an average over seeds needs at least one run, there was none", message(List.of()));
    }

    private static String message(List<Evaluation> runs) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Evaluation.averaged(runs, Bootstrap.DEFAULT))
                        .getMessage());
    }

    @Test
    void theMedianTimeIsThatOfTheMiddleUser() {
        // The clock shows 0, then goes on by 1, 2, 3, ... units: users take 1, 3, 10.
        AtomicInteger reading = new AtomicInteger();
        long[] times = {0, 1, 3, 6, 10, 20};
        Evaluation evaluation = new Evaluator(Bootstrap.DEFAULT, () -> times[reading.getAndIncrement()])
                .evaluate(model(0), randomSplit(3), Part.TEST, new Threads(1), TrainingListener.SILENT);

        assertEquals(3, evaluation.medianScoringTime().toNanos());
        assertEquals(4, evaluation.meanScoringTime().toNanos()); // 14 / 3, whole nanoseconds
    }
}
