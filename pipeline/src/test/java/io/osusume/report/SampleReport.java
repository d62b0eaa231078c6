package io.osusume.report;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensors;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingListener;
import io.osusume.train.Epoch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// A report on made-up users whose taste is a neighbourhood of items, and models that see it
/// through more or less noise.
final class SampleReport {
    private static final int ITEMS = 2000;
    private static final Interactions TRAINING =
            Interactions.owning(ITEMS, new int[] {0}, new int[0], new float[0], RatingScale.SCORED_ONLY);

    private SampleReport() {}

    /// Likes what is near the folded-in item, above it (where the held-out ones are) or on both sides.
    private record Near(String name, double noise, int below) implements FoldIn {
        @Override
        public Interactions training() {
            return TRAINING;
        }

        @Override
        public void score(Profile profile, float[] scores) {
            SplittableRandom random = new SplittableRandom(profile.item(0));
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (float) (noise * random.nextDouble() - distance(item - profile.item(0)));
            }
        }

        private int distance(int step) {
            return step < 0 ? -step * below : step;
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    static Split split(int users) {
        SplittableRandom random = new SplittableRandom(11);
        List<HeldOutUser> test = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int middle = 60 + random.nextInt(ITEMS - 120);
            int[] heldOut = random.ints(4 + random.nextInt(12), middle + 1, middle + 50)
                    .distinct()
                    .toArray();
            test.add(new HeldOutUser(user + 1, Profile.ofItems(middle), heldOut));
        }
        IdIndex items = IdIndex.of(LongStream.range(0, ITEMS).toArray());
        return new Split(items, IdIndex.of(), TRAINING, List.of(), test);
    }

    static Evaluation evaluation(String name, double noise, Split split) {
        AtomicLong now = new AtomicLong();
        return new Evaluator(Bootstrap.DEFAULT, () -> now.addAndGet(412_000))
                .evaluate(
                        new Near(name, noise, name.equals("boosted-trees") ? 9 : 1),
                        split,
                        Part.TEST,
                        new Threads(1),
                        TrainingListener.SILENT);
    }

    static ModelResult model(String name, double noise, Split split, List<String> notes, List<Epoch> epochs) {
        return new ModelResult(
                evaluation(name, noise, split),
                Duration.ofMillis((long) (100 + noise * 50)),
                new TreeMap<>(Map.of("seed", "7", "regularization", "100")),
                notes,
                epochs);
    }

    static EvaluationReport report() {
        Split split = split(400);
        List<ModelResult> models = List.of(
                model("popularity", 600, split, List.of(), List.of()),
                model("ease", 60, split, List.of(), List.of()),
                model("edlae", 58, split, List.of(), List.of()),
                model("boosted-trees", 20, split, List.of(), List.of()),
                model("als", 95, split, List.of(), List.of()),
                model(
                        "net-original",
                        3000,
                        split,
                        List.of("Training stopped at epoch 4 and restored epoch 1: the shipped weights are untrained."),
                        epochs()));
        return EvaluationReport.of(
                models,
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of("made-up", "9f2c1a77", split),
                "v1.0-3-gabc",
                "simd, java, 2 threads",
                Instant.parse("2026-11-24T11:30:00Z"));
    }

    private static List<Epoch> epochs() {
        List<Epoch> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 20; epoch++) {
            epochs.add(new Epoch(
                    epoch,
                    new TreeMap<>(Map.of(
                            "loss", .52 + .18 / epoch,
                            "validation-loss", .69 + .02 * Math.log(epoch),
                            "mae", .15 + .18 / epoch,
                            "validation-mae", epoch == 7 ? Double.NaN : .33 + .001 * epoch,
                            "learning-rate", 1e-4 * Math.pow(.8, epoch)))));
        }
        return epochs;
    }
}
