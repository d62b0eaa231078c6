package io.osusume.model.twotower;

import io.osusume.data.Interactions;
import io.osusume.data.RandomOrder;
import io.osusume.kernel.Kernels;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// One training from lists to the best weights: epochs, validation, early stopping.
final class TwoTowerTraining {
    private final TwoTowerTrainer settings;
    private final Kernels kernels;
    private final TrainingListener listener;

    TwoTowerTraining(TwoTowerTrainer settings, Kernels kernels, TrainingListener listener) {
        this.settings = settings;
        this.kernels = kernels;
        this.listener = listener;
    }

    /// The weights of the epoch that ranks the hidden entries of the lists set apart best.
    ///
    /// @throws TrainingException if fewer than two lists have two entries, or a weight stops being a number
    TowerWeights run(Interactions training) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int[] users = usable(training);
        if (users.length < 2) {
            throw new TrainingException(settings.name() + " needs at least 2 lists of 2 or more items, found "
                    + users.length + " among " + training.userCount());
        }
        RandomOrder.shuffle(users, random);
        int apart = users.length < 10L * settings.validationUsers()
                ? Math.max(1, users.length / 10)
                : settings.validationUsers();
        int count = users.length - apart;
        TowerValidation validation =
                new TowerValidation(training, Arrays.copyOfRange(users, count, users.length), random.split(), kernels);
        TowerWeights weights = TowerWeights.random(training.itemCounts(), settings.embeddingSize(), random.split());
        TowerOptimizer optimizer = new TowerOptimizer(weights, settings.temperature(), kernels);
        int[] learners = Arrays.copyOf(users, count);
        TowerWeights best = weights;
        int bestEpoch = 0;
        double bestNdcg = -1;
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            double rate = settings.schedule().rate(epoch);
            double loss = pass(training, learners, optimizer, rate, random, epoch);
            checkFinite(epoch, weights, loss);
            double ndcg = validation.ndcg(weights, settings.temperature());
            listener.epoch(
                    epoch, new TreeMap<>(Map.of("loss", loss, "validation-ndcg@100", ndcg, "learning-rate", rate)));
            if (ndcg > bestNdcg) {
                bestNdcg = ndcg;
                bestEpoch = epoch;
                best = weights.copy();
            } else if (epoch - bestEpoch >= settings.patience()) {
                listener.note("stopped after epoch " + epoch + " and restored epoch " + bestEpoch
                        + ": the validation NDCG@100 did not rise above its "
                        + String.format(Locale.ROOT, "%.4f", bestNdcg) + " for " + settings.patience() + " epochs");
                return best;
            }
        }
        listener.note(
                bestEpoch == settings.epochs()
                        ? "trained all " + settings.epochs() + " epochs; the last one validates best"
                        : "trained all " + settings.epochs() + " epochs and restored epoch " + bestEpoch
                                + ", whose validation NDCG@100 " + String.format(Locale.ROOT, "%.4f", bestNdcg)
                                + " is the highest");
        return best;
    }

    private static int[] usable(Interactions training) {
        int[] users = new int[training.userCount()];
        int count = 0;
        for (int user = 0; user < users.length; user++) {
            if (training.end(user) - training.begin(user) >= 2) {
                users[count++] = user;
            }
        }
        return Arrays.copyOf(users, count);
    }

    /// One epoch in a new order.
    ///
    /// @return the mean loss of a hidden entry
    private double pass(
            Interactions training,
            int[] learners,
            TowerOptimizer optimizer,
            double rate,
            SplittableRandom random,
            int epoch) {
        RandomOrder.shuffle(learners, random);
        double loss = 0;
        long hidden = 0;
        for (int from = 0; from < learners.length; from += settings.batchSize()) {
            int to = (int) Math.min(learners.length, (long) from + settings.batchSize());
            HiddenEntries batch = HiddenEntries.draw(training, learners, from, to, settings.dropout(), random);
            if (batch.hiddenCount() > 0) {
                loss += optimizer.step(batch, rate);
                hidden += batch.hiddenCount();
            }
            listener.progress("epoch " + epoch, to / (double) learners.length);
        }
        return hidden == 0 ? 0 : loss / hidden;
    }

    private void checkFinite(int epoch, TowerWeights weights, double loss) {
        String found = Double.isFinite(loss) ? weights.notFinite() : "the loss";
        if (!found.isEmpty()) {
            throw new TrainingException(settings.name() + " epoch " + epoch + ": " + found
                    + " is not a finite number; lower the learning rate ("
                    + settings.schedule().rate(epoch) + ") or raise the temperature (" + settings.temperature() + ")");
        }
    }
}
