package io.osusume.report;

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
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.ListLengths;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Slices;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.Probabilities;
import io.osusume.model.TrainingListener;
import io.osusume.train.Epoch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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
            near(profile, scores, noise, below);
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    /// The same, and it claims to know how probable a hit is.
    private record NearWithProbabilities(String name, double noise, int below) implements Probabilities {
        @Override
        public Interactions training() {
            return TRAINING;
        }

        @Override
        public void score(Profile profile, float[] scores) {
            near(profile, scores, noise, below);
        }

        @Override
        public double probability(float score) {
            return .25 / (1 + Math.exp(-(score + 40) / 30));
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    private static void near(Profile profile, float[] scores, double noise, int below) {
        int middle = profile.item(profile.size() / 2);
        SplittableRandom random = new SplittableRandom(middle + profile.size());
        double doubt = noise * (1 + 3.0 / profile.size());
        for (int item = 0; item < scores.length; item++) {
            int step = item - middle;
            scores[item] = (float) (doubt * random.nextDouble() - (step < 0 ? -step * below : step));
        }
    }

    /// Users with one folded-in entry, the ones above it held out.
    static Split split(int users) {
        return split(users, 0);
    }

    /// Users with entries around a middle one.
    ///
    /// @param around at most so many on either side
    static Split split(int users, int around) {
        SplittableRandom random = new SplittableRandom(11);
        List<HeldOutUser> test = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            int middle = 300 + random.nextInt(ITEMS - 600);
            int side = around == 0 ? 0 : 5 + random.nextInt(around - 5);
            int[] foldIn = IntStream.rangeClosed(-side, side)
                    .map(step -> middle + step)
                    .toArray();
            int[] heldOut = random.ints(4 + random.nextInt(12), middle + side + 1, middle + side + 50)
                    .distinct()
                    .toArray();
            test.add(new HeldOutUser(user + 1, Profile.ofItems(foldIn), heldOut));
        }
        IdIndex items = IdIndex.of(LongStream.range(0, ITEMS).toArray());
        return around == 0
                ? new Split(items, IdIndex.of(), TRAINING, List.of(), test)
                : new Split(items, IdIndex.of(LongStream.range(0, 40).toArray()), training(), List.of(), test);
    }

    /// 40 users; an item has 0 to 39 of them.
    private static Interactions training() {
        InteractionsBuilder builder = new InteractionsBuilder(40, ITEMS, RatingScale.SCORED_ONLY);
        for (int item = 0; item < ITEMS; item++) {
            for (int user = 0; user < item * 31 % 40; user++) {
                builder.add(user, item, 7);
            }
        }
        return builder.build();
    }

    /// Neighbours in sevens are related and share their first genre.
    private static Catalogue catalogue() {
        List<Title> titles = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            titles.add(title(item));
            if (item % 7 > 0) {
                relations.add(new Relation(item - 1, Relation.Kind.SEQUEL, item));
            }
        }
        return new Catalogue(titles, relations);
    }

    private static Title title(int item) {
        StringBuilder name = new StringBuilder();
        for (int rest = item + 26 * 26 * 26; rest > 0; rest /= 26) {
            name.append((char) ('a' + rest % 26));
        }
        return new Title(
                item,
                name.reverse().toString(),
                null,
                null,
                TitleType.TV,
                12,
                null,
                null,
                0,
                null,
                List.of("first " + item / 7 % 5, "second " + item % 3),
                List.of(),
                null,
                0,
                AgeRating.UNKNOWN,
                Double.NaN,
                0,
                null);
    }

    static Evaluation evaluation(String name, double noise, Split split) {
        return evaluation(name, noise, split, Slices.NONE);
    }

    static Evaluation evaluation(String name, double noise, Split split, Slices slices) {
        AtomicLong now = new AtomicLong();
        int below = name.equals("boosted-trees") ? 9 : 1;
        FoldIn model = name.equals("boosted-trees")
                ? new NearWithProbabilities(name, noise, below)
                : new Near(name, noise, below);
        return new Evaluator(Bootstrap.DEFAULT, () -> now.addAndGet(412_000))
                .evaluate(model, split, Part.TEST, slices, new Threads(1), TrainingListener.SILENT);
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

    /// A report with everything: slices of longer lists, franchises of seven neighbours, one model of
    /// two trainings.
    static EvaluationReport sliced() {
        Split split = split(240, 220);
        Slices slices = Slices.of(ItemFacts.of(catalogue(), split.items())).with(ListLengths.DEFAULT);
        List<ModelResult> models = new ArrayList<>();
        Map<String, Integer> noises = new LinkedHashMap<>();
        noises.put("popularity", 2000);
        noises.put("ease", 60);
        noises.put("edlae", 50);
        noises.put("item-knn", 120);
        noises.put("boosted-trees", 20);
        noises.put("net-original", 3000);
        noises.forEach((name, noise) -> models.add(single(evaluation(name, noise, split, slices))));
        models.add(ModelResult.averaged(
                List.of(single(evaluation("als", 90, split, slices)), single(evaluation("als", 100, split, slices))),
                List.of(43L, 44L),
                Bootstrap.DEFAULT));
        return EvaluationReport.of(
                models,
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of("made-up", "9f2c1a77", split),
                "v1.0-3-gabc",
                "simd, java, 2 threads",
                Instant.parse("2026-11-24T11:30:00Z"));
    }

    private static ModelResult single(Evaluation evaluation) {
        return new ModelResult(evaluation, Duration.ofMillis(700), new TreeMap<>(), List.of(), List.of());
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
