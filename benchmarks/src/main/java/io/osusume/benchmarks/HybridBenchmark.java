package io.osusume.benchmarks;

import io.osusume.boosting.BoostedTreesTrainer;
import io.osusume.data.Profile;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingListener;
import io.osusume.model.hybrid.HybridRecommender;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.rerank.FranchiseRule;
import io.osusume.model.rerank.Wishes;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;

/// The hybrid on real lists: seconds of its two-stage training, milliseconds to score a list of 300 titles on one core,
/// and what the popularity slider and the variety of [Wishes] do to accuracy, novelty, coverage and diversity.
///
/// Arguments: `--split FILE --data DIR`, as of `evaluate`. Run it from the project root.
public final class HybridBenchmark {
    private static final int LIST = 300;
    private static final int ROUNDS = 300;

    private final RealLists lists;

    private HybridBenchmark(RealLists lists) {
        this.lists = lists;
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if a file cannot be read
    public static void main(String[] arguments) throws IOException {
        new HybridBenchmark(RealLists.of(arguments)).run();
    }

    private void run() {
        BoostedTreesTrainer trees = RealLists.trees();
        long start = System.nanoTime();
        HybridRecommender model =
                HybridTrainer.defaults(trees).train(lists.training(), lists.kernels(), TrainingListener.SILENT);
        System.out.printf(Locale.ROOT, "both stages trained in %.1f s%n", (System.nanoTime() - start) / 1e9);
        time(model);
        System.out.println("popularity  variety  franchises       NDCG@10  novelty  diversity  coverage@10");
        for (double popularity : new double[] {-1, -.5, -.25, 0, .25, .5, 1}) {
            row(model, new Wishes(new BitSet(), FranchiseRule.EVERY_PART, popularity, 0));
        }
        for (double variety : new double[] {.1, .25, .5, 1}) {
            row(model, new Wishes(new BitSet(), FranchiseRule.EVERY_PART, 0, variety));
        }
        row(model, new Wishes(new BitSet(), FranchiseRule.ONE_PART, 0, 0));
        row(model, new Wishes(new BitSet(), FranchiseRule.NEW_FRANCHISES, 0, 0));
    }

    private void time(HybridRecommender model) {
        SplittableRandom random = new SplittableRandom(1);
        int items = lists.split().items().size();
        int[] counts = lists.split().training().itemCounts();
        float[] scores = new float[items];
        double[] millis = new double[ROUNDS];
        for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
            int[] list = random.ints(0, items)
                    .filter(item -> counts[item] > 20)
                    .distinct()
                    .limit(LIST)
                    .toArray();
            Profile profile = Profile.ofItems(list);
            long start = System.nanoTime();
            model.score(profile, scores);
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "a list of %d titles against %,d, both stages, one core: p50 %.2f ms, p95 %.2f ms%n",
                LIST,
                items,
                millis[ROUNDS / 2],
                millis[ROUNDS * 95 / 100]);
    }

    private void row(HybridRecommender model, Wishes wishes) {
        FoldIn reranked = model.with(wishes);
        Evaluation found = new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(
                        reranked,
                        lists.split(),
                        Part.VALIDATION,
                        Slices.of(lists.facts()),
                        lists.kernels().threads(),
                        TrainingListener.SILENT);
        System.out.printf(
                Locale.ROOT,
                "%10.2f  %7.2f  %-15s  %.4f  %7.3f  %9.4f  %11.3f%n",
                wishes.popularity(),
                wishes.variety(),
                wishes.franchises().word(),
                mean(found, "ndcg@10"),
                mean(found, "novelty@10"),
                mean(found, "diversity@10"),
                found.coverage().orElse(Double.NaN));
    }

    private static double mean(Evaluation found, String metric) {
        return found.estimate(metric).orElseThrow().mean();
    }
}
