package io.osusume.evaluation;

import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Lets a model complete the lists of users it never saw and measures how well it did.
///
/// For each user **all** items but the folded-in ones are ranked (never a sample of negatives, whose figures do not
/// order models as the full ranking does: Krichene and Rendle, On sampled metrics for item recommendation, 2020) and
/// the best 100 are compared with the held-out items. Users are scored in parallel; the figures do not depend on the
/// number of threads.
///
/// @param bootstrap how intervals are made
/// @param nanoTime a clock in nanoseconds that never goes back, from outside since this module has none
public record Evaluator(Bootstrap bootstrap, LongSupplier nanoTime) {
    private static final int USERS_A_TASK = 8;
    private static final int TASKS_A_STEP = 32;

    /// Evaluates a model on one part of a split.
    ///
    /// @param listener hears the progress, from the calling thread
    /// @throws IllegalArgumentException if the model does not rank the split's items
    public Evaluation evaluate(FoldIn model, Split split, Part part, Threads threads, TrainingListener listener) {
        int items = split.items().size();
        if (model.training().itemCount() != items) {
            throw new IllegalArgumentException("model '" + model.name() + "' ranks "
                    + model.training().itemCount() + " items but the split has " + items
                    + "; train it on the split's training part");
        }
        List<HeldOutUser> users = part.users(split);
        Judged judged = new Judged(users.size());
        int tasks = (users.size() + USERS_A_TASK - 1) / USERS_A_TASK;
        for (int step = 0; step < tasks; step += TASKS_A_STEP) {
            int first = step;
            threads.run(Math.min(TASKS_A_STEP, tasks - first), task -> {
                int begin = (first + task) * USERS_A_TASK;
                float[] scores = new float[items];
                for (int user = begin; user < Math.min(begin + USERS_A_TASK, users.size()); user++) {
                    judge(model, users.get(user), user, scores, judged);
                }
            });
            listener.progress("evaluate " + model.name(), Math.min(1, (step + TASKS_A_STEP) / (double) tasks));
        }
        return Evaluation.owning(
                model.name(),
                part,
                users.stream().mapToLong(HeldOutUser::userId).toArray(),
                judged.byMetric,
                Coverage.REPORTED.of(Arrays.asList(judged.shown), items),
                judged.nanos,
                bootstrap);
    }

    private void judge(FoldIn model, HeldOutUser user, int place, float[] scores, Judged judged) {
        long start = nanoTime.getAsLong();
        model.score(user.foldIn(), scores);
        int[] ranked = Ranking.best(scores, user.foldIn(), Metric.DEPTH).indices();
        judged.nanos[place] = nanoTime.getAsLong() - start;
        judged.shown[place] = Arrays.copyOf(ranked, Math.min(ranked.length, Coverage.REPORTED.n()));
        Hits hits = Hits.of(ranked, user.heldOut());
        for (Metric metric : Metric.REPORTED) {
            OptionalDouble value = metric.of(hits);
            judged.values(metric)[place] = value.orElse(Double.NaN);
        }
    }

    /// What the tasks write, each at the places of its own users.
    private static final class Judged {
        private final Map<String, double[]> byMetric = new LinkedHashMap<>();
        private final int[][] shown;
        private final long[] nanos;

        private Judged(int users) {
            Metric.REPORTED.forEach(metric -> byMetric.put(metric.name(), new double[users]));
            shown = new int[users][];
            nanos = new long[users];
        }

        private double[] values(Metric metric) {
            return java.util.Objects.requireNonNull(byMetric.get(metric.name()));
        }
    }
}
