package io.osusume.benchmarks;

import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.ItemWeights;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Milliseconds to score a list of 300 items against 17,562 with item weights of 16 bits on one thread:
/// the sums, and the sums with squares, beside the sums over weights kept as floats. Give it
/// `OSUSUME_JAVA_OPTS=-Xmx3g`.
public final class ScoringBenchmark {
    private static final int ITEMS = 17_562;
    private static final int LIST = 300;
    private static final int LISTS = 300;

    private ScoringBenchmark() {}

    /// Runs the benchmark; it takes no arguments.
    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(1);
        short[] steps = new short[ITEMS * ITEMS];
        float[] floats = new float[ITEMS * ITEMS];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = (short) random.nextInt();
            floats[k] = steps[k] * 1e-5f;
        }
        float[] scales = new float[ITEMS];
        Arrays.fill(scales, 1e-5f);
        VectorMath vectors = VectorMath.fastest();
        ItemWeights weights = ItemWeights.of(
                Tensors.of(Map.of())
                        .with("weights", Tensor.of(steps, ITEMS, ITEMS))
                        .with("scales", Tensor.of(scales, ITEMS)),
                new InteractionsBuilder(0, ITEMS, RatingScale.SCORED_ONLY).build(),
                vectors);
        Profile[] lists = new Profile[LISTS];
        for (int k = 0; k < LISTS; k++) {
            lists[k] =
                    Profile.ofItems(random.ints(0, ITEMS).distinct().limit(LIST).toArray());
        }
        float[] sums = new float[ITEMS];
        float[] squares = new float[ITEMS];
        for (int round = 0; round < 3; round++) {
            print("sums over floats", lists, list -> {
                Arrays.fill(sums, 0);
                for (int entry = 0; entry < list.size(); entry++) {
                    vectors.axpy(1, floats, list.item(entry) * ITEMS, sums, 0, ITEMS);
                }
            });
            print("sums", lists, list -> weights.sum(list, sums));
            print("sums with squares", lists, list -> weights.sum(list, sums, squares));
        }
    }

    private interface Scoring {
        void score(Profile list);
    }

    private static void print(String what, Profile[] lists, Scoring scoring) {
        double[] millis = new double[lists.length];
        for (int k = 0; k < lists.length; k++) {
            long start = System.nanoTime();
            scoring.score(lists[k]);
            millis[k] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: fastest %.2f ms, median %.2f ms, p99 %.2f ms%n",
                what,
                millis[0],
                millis[LISTS / 2],
                millis[LISTS * 99 / 100]);
    }
}
