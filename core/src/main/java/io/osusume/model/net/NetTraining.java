package io.osusume.model.net;

import io.osusume.data.Interactions;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Team;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One training from rows to the best weights: epochs, validation, early stopping.
final class NetTraining {
    private static final int VALIDATION_ROWS_A_TASK = 4096;

    private final EmbeddingNetTrainer settings;
    private final Kernels kernels;
    private final TrainingListener listener;
    private final float[] targets = new float[11];

    NetTraining(EmbeddingNetTrainer settings, Kernels kernels, TrainingListener listener) {
        this.settings = settings;
        this.kernels = kernels;
        this.listener = listener;
        for (int rating = 0; rating < targets.length; rating++) {
            targets[rating] =
                    settings.unscored().trains(rating) ? settings.unscored().target(rating) : Float.NaN;
        }
    }

    /// The weights of the epoch with the lowest validation loss.
    ///
    /// @throws TrainingException if fewer than two rows take part, or a weight stops being a number
    NetWeights run(Interactions training) {
        long[] rows = TrainingRows.of(training, settings.unscored());
        if (rows.length < 2) {
            throw new TrainingException(settings.name() + " needs at least 2 rows to train and validate on, found "
                    + rows.length + " of " + training.size() + " with unscored rows " + settings.unscored());
        }
        SplittableRandom random = new SplittableRandom(settings.seed());
        NetWeights initial =
                NetWeights.random(training.userCount(), training.itemCount(), settings.embeddingSize(), random.split());
        SplittableRandom orders = random.split();
        TrainingRows.shuffle(rows, rows.length, orders);
        return run(rows, initial, orders);
    }

    /// The same from given rows, whose last ones are for validation, and given weights.
    NetWeights run(long[] rows, NetWeights initial, SplittableRandom orders) {
        int validation = validationRows(rows.length);
        int count = rows.length - validation;
        int batchSize = Math.min(settings.batchSize(), count);
        NetWeights best = initial;
        int bestEpoch = 0;
        double bestLoss = Double.POSITIVE_INFINITY;
        try (Team team = new Team(kernels.threads())) {
            NetOptimizer net = new NetOptimizer(
                    initial, settings.adamRule(), settings.batchNormMomentum(), batchSize, kernels.vectors(), team);
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                double rate = settings.schedule().rate(epoch);
                MetricSums trained = pass(net, rows, count, batchSize, rate, orders, epoch);
                NetWeights weights = net.weights();
                checkFinite(epoch, weights, trained);
                MetricSums validated = validate(rows, count, weights, team);
                report(epoch, trained, validated, rate);
                if (validated.meanLoss() < bestLoss) {
                    bestLoss = validated.meanLoss();
                    bestEpoch = epoch;
                    best = weights.copy();
                } else if (epoch - bestEpoch >= settings.patience()) {
                    listener.note("stopped after epoch " + epoch + " and restored epoch " + bestEpoch
                            + ": the validation loss did not fall below its " + rounded(bestLoss) + " for "
                            + settings.patience() + " epochs"
                            + (bestEpoch == 1
                                    ? "; the weights that are kept have seen the data once, so the net is next to"
                                            + " untrained"
                                    : ""));
                    return best;
                }
            }
        }
        listener.note(
                bestEpoch == settings.epochs()
                        ? "trained all " + settings.epochs() + " epochs; the last one validates best"
                        : "trained all " + settings.epochs() + " epochs and restored epoch " + bestEpoch
                                + ", whose validation loss " + rounded(bestLoss) + " is the lowest");
        return best;
    }

    /// One epoch in a new order: while a batch is learned, the next one is drawn.
    private MetricSums pass(
            NetOptimizer net, long[] rows, int count, int batchSize, double rate, SplittableRandom orders, int epoch) {
        MetricSums sums = MetricSums.NONE;
        TrainingRows.draw(rows, 0, Math.min(count, batchSize), count, orders);
        for (int from = 0; from < count; ) {
            int to = Math.min(count, from + batchSize);
            int next = (int) Math.min(count, (long) to + batchSize);
            sums = sums.plus(
                    net.step(rows, from, to, targets, rate, () -> TrainingRows.draw(rows, to, next, count, orders)));
            listener.progress("epoch " + epoch, to / (double) count);
            from = to;
        }
        return sums;
    }

    private int validationRows(int rows) {
        return rows < 10L * settings.validationRows() ? Math.max(1, rows / 10) : settings.validationRows();
    }

    private void report(int epoch, MetricSums trained, MetricSums validated, double rate) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("loss", trained.meanLoss());
        metrics.put("mae", trained.meanAbsolute());
        metrics.put("mse", trained.meanSquared());
        metrics.put("validation-loss", validated.meanLoss());
        metrics.put("validation-mae", validated.meanAbsolute());
        metrics.put("validation-mse", validated.meanSquared());
        metrics.put("learning-rate", rate);
        listener.epoch(epoch, metrics);
    }

    /// Metrics in inference mode over the rows from `from` on.
    private MetricSums validate(long[] rows, int from, NetWeights weights, Team team) {
        int count = rows.length - from;
        MetricSums[] parts = new MetricSums[(count + VALIDATION_ROWS_A_TASK - 1) / VALIDATION_ROWS_A_TASK];
        team.run(parts.length, task -> {
            int begin = from + task * VALIDATION_ROWS_A_TASK;
            parts[task] = validate(rows, begin, Math.min(rows.length, begin + VALIDATION_ROWS_A_TASK), weights);
        });
        MetricSums sums = MetricSums.NONE;
        for (MetricSums part : parts) {
            sums = sums.plus(part);
        }
        return sums;
    }

    private MetricSums validate(long[] rows, int begin, int end, NetWeights weights) {
        double loss = 0;
        double absolute = 0;
        double squared = 0;
        for (int k = begin; k < end; k++) {
            double logit = weights.head()
                    .logit(weights.cosine(TrainingRows.user(rows[k]), TrainingRows.item(rows[k]), kernels.vectors()));
            double target = targets[TrainingRows.rating(rows[k])];
            double error = NetHead.sigmoid(logit) - target;
            loss += NetHead.crossEntropy(logit, target);
            absolute += Math.abs(error);
            squared += error * error;
        }
        return new MetricSums(loss, absolute, squared, end - begin);
    }

    private void checkFinite(int epoch, NetWeights weights, MetricSums trained) {
        String found = weights.notFinite();
        if (!Double.isFinite(trained.loss())) {
            found = "the loss";
        }
        if (!found.isEmpty()) {
            throw new TrainingException(settings.name() + " epoch " + epoch + ": " + found
                    + " is not a finite number; lower the learning rate ("
                    + settings.schedule().rate(epoch) + ")");
        }
    }

    private static String rounded(double loss) {
        return String.format(java.util.Locale.ROOT, "%.4f", loss);
    }
}
