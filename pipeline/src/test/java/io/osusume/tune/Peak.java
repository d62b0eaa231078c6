package io.osusume.tune;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.HeldOutUser;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// An objective with a known optimum: a model that shows the items around a place, and users who miss items around
/// 100, the nearer the more often. NDCG@10 falls with the distance of `peak.place` from 100 on either side, to 0 from
/// some 40 on.
///
/// 90 training users: user `u` has item `u` alone.
final class Peak implements Objective {
    static final int ITEMS = 200;
    static final int USERS = 90;
    static final double OPTIMUM = 100;
    static final String PLACE = "peak.place";
    static final String SIDE = "peak.side";

    /// `peak.side` away moves the model 40 items to the left.
    static final SearchSpace SPACE = new SearchSpace(
            List.of(new Range.Real(PLACE, 1, 199, Scale.LINEAR), new Range.OneOf(SIDE, List.of("here", "away"))),
            Map.of(PLACE, "65", SIDE, "here"));

    static final Search SEARCH = new Search(SPACE, 7, Map.of("data", "peak"));

    private static final Interactions TRAINING = Interactions.owning(
            ITEMS,
            IntStream.rangeClosed(0, USERS).toArray(),
            IntStream.range(0, USERS).toArray(),
            new float[USERS],
            RatingScale.SCORED_ONLY);

    static final TrainingData DATA = TrainingData.of(TRAINING);

    private final Split split = new Split(
            IdIndex.of(LongStream.range(1, ITEMS + 1).toArray()),
            IdIndex.of(LongStream.range(0, USERS).toArray()),
            TRAINING,
            missing(),
            List.of());

    /// The number of users and of threads of every call.
    final ConcurrentLinkedQueue<List<Integer>> calls = new ConcurrentLinkedQueue<>();

    private record Around(Interactions training, double place) implements FoldIn {
        @Override
        public String name() {
            return "around";
        }

        @Override
        public void score(Profile profile, float[] scores) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (float) -Math.abs(item - place);
            }
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    /// The item d away from 100 is missed by (40 - d) / 4 users: by 10 that at 100, by one those 36 away.
    private static List<HeldOutUser> missing() {
        List<HeldOutUser> users = new ArrayList<>();
        for (int distance = -36; distance <= 36; distance++) {
            for (int k = 0; k < (40 - Math.abs(distance)) / 4; k++) {
                Profile nothing = Profile.of(new int[0], new float[0]);
                users.add(new HeldOutUser(1_000 + users.size(), nothing, new int[] {(int) OPTIMUM + distance}));
            }
        }
        return users;
    }

    @Override
    public Evaluation evaluate(Map<String, String> assignments, TrainingData training, Threads threads) {
        calls.add(List.of(training.interactions().userCount(), threads.count()));
        double place = Double.parseDouble(String.valueOf(assignments.get(PLACE)));
        double shift = "away".equals(assignments.get(SIDE)) ? 40 : 0;
        if (place < 10) {
            throw new TrainingException("around: there is nothing at " + place);
        }
        return new Evaluator(new Bootstrap(1_000, 1), () -> 0)
                .evaluate(
                        new Around(training.interactions(), place - shift),
                        split,
                        Part.VALIDATION,
                        threads,
                        TrainingListener.SILENT);
    }

    /// How far a configuration is from the optimum.
    static double distance(Map<String, String> values) {
        double place = Double.parseDouble(String.valueOf(values.get(PLACE)));
        return Math.abs(OPTIMUM - place + ("away".equals(values.get(SIDE)) ? 40 : 0));
    }
}
