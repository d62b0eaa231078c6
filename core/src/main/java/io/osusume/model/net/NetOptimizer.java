package io.osusume.model.net;

import io.osusume.kernel.Team;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// The net in training: one call a batch, forward, backward and Adam.
///
/// Work is cut into tasks by the data alone, each row of a table belongs to one task, and sums are
/// added in the order of the tasks: the result does not depend on the number of threads.
final class NetOptimizer {
    private static final int GROUPS_A_TASK = 64;
    private static final int ROWS_A_TASK = 1024;

    private final int embeddingSize;
    private final double batchNormMomentum;
    private final VectorMath vectors;
    private final Team team;
    private final AdamClock clock = new AdamClock();
    private final EmbeddingTable users;
    private final EmbeddingTable items;
    private final RowGroups byUser;
    private final RowGroups byItem;
    private final EmbeddingTable.Meetings ofUsers;
    private final EmbeddingTable.Meetings ofItems;
    private final HeadAdam headAdam = new HeadAdam();
    private final float[] cosines;
    private final double[] errors;
    private NetHead head;
    private int lastSettled;

    /// @param weights where to start; the arrays are changed in place
    NetOptimizer(
            NetWeights weights, AdamRule rule, double batchNormMomentum, int batchSize, VectorMath vectors, Team team) {
        embeddingSize = weights.embeddingSize();
        this.batchNormMomentum = batchNormMomentum;
        this.vectors = vectors;
        this.team = team;
        head = weights.head();
        users = new EmbeddingTable(weights.users(), embeddingSize, batchSize, rule, vectors);
        items = new EmbeddingTable(weights.items(), embeddingSize, 0, rule, vectors);
        byUser = new RowGroups(users.rows(), batchSize);
        byItem = new RowGroups(items.rows(), batchSize);
        ofUsers = new EmbeddingTable.Meetings(batchSize);
        ofItems = new EmbeddingTable.Meetings(batchSize);
        cosines = new float[batchSize];
        errors = new double[batchSize];
    }

    /// Learns from one batch.
    ///
    /// @param rows as [TrainingRows] packs them; those of [from, to) are the batch
    /// @param targets what to learn for a rating of 0 to 10, each in [0, 1]
    /// @param meanwhile something else to be done at the same time, which must not touch [from, to)
    /// @return the sums of the metrics before the step, in training mode
    MetricSums step(long[] rows, int from, int to, float[] targets, double learningRate, Runnable meanwhile) {
        int count = to - from;
        clock.begin(learningRate);
        team.run(2, task -> {
            if (task == 0) {
                byUser.group(rows, from, to, TrainingRows::user);
            } else {
                byItem.group(rows, from, to, TrainingRows::item);
            }
        });
        runGroups(group -> users.wake(byUser.index(group), clock), group -> items.wake(byItem.index(group), clock));
        double[] moments = forward(rows, from, meanwhile);
        double meanCosine = moments[0] / count;
        double varianceCosine = Math.max(0, moments[1] / count - meanCosine * meanCosine);
        BatchNorm norm = BatchNorm.of(head, meanCosine, varianceCosine);
        double[] sums = compare(rows, from, count, targets, norm);
        Backward backward = Backward.of(head, norm, sums, count);
        update(rows, from, backward);
        head = headAdam.step(head, backward, clock.rate(learningRate)).moved(norm, batchNormMomentum);
        if (clock.step() - lastSettled == AdamClock.LONGEST_REST) {
            settle();
        }
        return new MetricSums(sums[2], sums[3], sums[4], count);
    }

    /// The weights after all steps so far; the arrays are those the next step changes.
    NetWeights weights() {
        settle();
        return new NetWeights(embeddingSize, users.values(), items.values(), head);
    }

    private void settle() {
        clock.prepareDrifts();
        runChunks(users.rows(), row -> users.settle(row, clock));
        runChunks(items.rows(), row -> items.settle(row, clock));
        lastSettled = clock.step();
    }

    /// The cosine of every row of the batch; returns their sum and the sum of their squares.
    private double[] forward(long[] rows, int from, Runnable meanwhile) {
        int tasks = tasks(byUser.size(), GROUPS_A_TASK);
        double[] parts = new double[2 * tasks];
        team.run(tasks + 1, number -> {
            if (number == 0) {
                meanwhile.run(); // first, since it is the longest of these tasks
                return;
            }
            int task = number - 1;
            double sum = 0;
            double squares = 0;
            int last = Math.min(byUser.size(), (task + 1) * GROUPS_A_TASK);
            for (int group = task * GROUPS_A_TASK; group < last; group++) {
                int user = byUser.index(group);
                float inverseNorm = users.inverseNorm(user);
                for (int place = byUser.begin(group); place < byUser.end(group); place++) {
                    int row = byUser.row(place);
                    int item = TrainingRows.item(rows[from + row]);
                    float dot = vectors.dot(
                            users.values(), user * embeddingSize, items.values(), item * embeddingSize, embeddingSize);
                    float cosine = dot * inverseNorm * items.inverseNorm(item);
                    cosines[row] = cosine;
                    sum += cosine;
                    squares += (double) cosine * cosine;
                }
            }
            parts[2 * task] = sum;
            parts[2 * task + 1] = squares;
        });
        return total(parts, 2);
    }

    /// What the net says against the targets: sums of error, error x cosine, loss, absolute and squared
    /// error.
    private double[] compare(long[] rows, int from, int count, float[] targets, BatchNorm norm) {
        double slope = norm.slope(head);
        double shift = norm.shift(head);
        int tasks = tasks(count, ROWS_A_TASK);
        double[] parts = new double[5 * tasks];
        team.run(tasks, task -> {
            double sum = 0;
            double withCosine = 0;
            double loss = 0;
            double absolute = 0;
            double squared = 0;
            for (int row = task * ROWS_A_TASK; row < Math.min(count, (task + 1) * ROWS_A_TASK); row++) {
                double logit = slope * cosines[row] + shift;
                double target = targets[TrainingRows.rating(rows[from + row])];
                double small = Math.exp(-Math.abs(logit)); // one exponential serves the loss and the sigmoid
                loss += Math.max(logit, 0) - logit * target + Math.log(1 + small);
                double error = (logit >= 0 ? 1 : small) / (1 + small) - target;
                errors[row] = error;
                sum += error;
                withCosine += error * cosines[row];
                absolute += Math.abs(error);
                squared += error * error;
            }
            int at = 5 * task;
            parts[at] = sum;
            parts[at + 1] = withCosine;
            parts[at + 2] = loss;
            parts[at + 3] = absolute;
            parts[at + 4] = squared;
        });
        return total(parts, 5);
    }

    /// Users first, held back, since the items' gradients need them as they were.
    private void update(long[] rows, int from, Backward backward) {
        team.run(tasks(byUser.size(), GROUPS_A_TASK), task -> update(rows, from, backward, true, task));
        team.run(tasks(byItem.size(), GROUPS_A_TASK), task -> update(rows, from, backward, false, task));
        runChunks(byUser.size(), group -> users.commit(byUser.index(group), group));
    }

    /// The gradient of a cosine with respect to `x` is `(z / |z| - cosine x / |x|) / |x|`.
    private void update(long[] rows, int from, Backward backward, boolean forUsers, int task) {
        RowGroups groups = forUsers ? byUser : byItem;
        EmbeddingTable own = forUsers ? users : items;
        EmbeddingTable other = forUsers ? items : users;
        EmbeddingTable.Meetings met = forUsers ? ofUsers : ofItems;
        float[] gradient = new float[embeddingSize];
        float[] squares = new float[embeddingSize];
        int last = Math.min(groups.size(), (task + 1) * GROUPS_A_TASK);
        for (int group = task * GROUPS_A_TASK; group < last; group++) {
            int index = groups.index(group);
            double inverseNorm = own.inverseNorm(index);
            for (int place = groups.begin(group); place < groups.end(group); place++) {
                int row = groups.row(place);
                long packed = rows[from + row];
                int partner = forUsers ? TrainingRows.item(packed) : TrainingRows.user(packed);
                double slope = backward.cosine(errors[row], cosines[row]) * inverseNorm;
                met.partners[place] = partner;
                met.alpha[place] = (float) (slope * other.inverseNorm(partner));
                met.beta[place] = (float) (-slope * cosines[row] * inverseNorm);
            }
            own.step(index, group, clock, other, met, groups.begin(group), groups.end(group), gradient, squares);
        }
    }

    private void runGroups(IntConsumer ofUser, IntConsumer ofItem) {
        int userTasks = tasks(byUser.size(), GROUPS_A_TASK);
        int itemTasks = tasks(byItem.size(), GROUPS_A_TASK);
        team.run(userTasks + itemTasks, task -> {
            if (task < userTasks) {
                runChunk(task, byUser.size(), ofUser);
            } else {
                runChunk(task - userTasks, byItem.size(), ofItem);
            }
        });
    }

    private void runChunks(int count, IntConsumer work) {
        team.run(tasks(count, GROUPS_A_TASK), task -> runChunk(task, count, work));
    }

    private static void runChunk(int chunk, int count, IntConsumer work) {
        for (int k = chunk * GROUPS_A_TASK; k < Math.min(count, (chunk + 1) * GROUPS_A_TASK); k++) {
            work.accept(k);
        }
    }

    private static int tasks(int count, int each) {
        return (count + each - 1) / each;
    }

    private static double[] total(double[] parts, int width) {
        double[] sums = Arrays.copyOf(parts, width);
        for (int k = width; k < parts.length; k++) {
            sums[k % width] += parts[k];
        }
        return sums;
    }
}
