package io.osusume.evaluation;

import io.osusume.kernel.Threads;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.TrainingListener;
import java.util.List;
import java.util.function.LongSupplier;

/// Lets a model complete the lists of users it never saw and measures how well it did.
///
/// For each user **all** items but the folded-in ones are ranked (never a sample of negatives, whose
/// figures do not order models as the full ranking does: Krichene and Rendle, On sampled metrics for
/// item recommendation, 2020) and the best 100 are compared with the held-out items. Users are scored in
/// parallel; the figures do not depend on the number of threads.
///
/// @param bootstrap how intervals are made
/// @param nanoTime a clock in nanoseconds that never goes back, from outside since this module has
///     none
public record Evaluator(Bootstrap bootstrap, LongSupplier nanoTime) {
    private static final int USERS_A_TASK = 8;
    private static final int TASKS_A_STEP = 32;

    /// Evaluates a model on one part of a split, all users together.
    ///
    /// @param listener hears the progress, from the calling thread
    /// @throws IllegalArgumentException if the model does not rank the split's items
    public Evaluation evaluate(FoldIn model, Split split, Part part, Threads threads, TrainingListener listener) {
        return evaluate(model, split, part, Slices.NONE, threads, listener);
    }

    /// Evaluates a model on one part of a split, all users together and by slices.
    ///
    /// @param listener hears the progress, from the calling thread
    /// @throws IllegalArgumentException if the model does not rank the split's items
    public Evaluation evaluate(
            FoldIn model, Split split, Part part, Slices slices, Threads threads, TrainingListener listener) {
        int items = split.items().size();
        if (model.training().itemCount() != items) {
            throw new IllegalArgumentException("model '" + model.name() + "' ranks "
                    + model.training().itemCount() + " items but the split has " + items
                    + "; train it on the split's training part");
        }
        List<HeldOutUser> users = part.users(split);
        List<Judge> judges = slices.judges(model, split, users);
        long[] nanos = new long[users.size()];
        int tasks = (users.size() + USERS_A_TASK - 1) / USERS_A_TASK;
        for (int step = 0; step < tasks; step += TASKS_A_STEP) {
            int first = step;
            threads.run(Math.min(TASKS_A_STEP, tasks - first), task -> {
                int begin = (first + task) * USERS_A_TASK;
                float[] scores = new float[items];
                for (int place = begin; place < Math.min(begin + USERS_A_TASK, users.size()); place++) {
                    HeldOutUser user = users.get(place);
                    long start = nanoTime.getAsLong();
                    model.score(user.foldIn(), scores);
                    Ranking ranking = Ranking.best(scores, user.foldIn(), Metric.DEPTH);
                    nanos[place] = nanoTime.getAsLong() - start;
                    ScoredUser scored = new ScoredUser(place, user, scores, ranking);
                    judges.forEach(judge -> judge.judge(scored));
                }
            });
            listener.progress("evaluate " + model.name(), Math.min(1, (step + TASKS_A_STEP) / (double) tasks));
        }
        Findings findings = new Findings();
        judges.forEach(judge -> judge.addTo(findings));
        long[] userIds = users.stream().mapToLong(HeldOutUser::userId).toArray();
        return Evaluation.owning(model.name(), part, userIds, findings, nanos, bootstrap);
    }
}
