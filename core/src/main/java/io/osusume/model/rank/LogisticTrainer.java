package io.osusume.model.rank;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Logistic regression by Newton's method: least log loss plus an L2 penalty on the weights of the
/// standardised features (not on the intercept). A feature that is missing in some rows gets a second
/// weight for being missing.
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2009), section 4.4.
///
/// @param regularization the penalty, half of it times the sum of squared weights, in rows; more than 0
public record LogisticTrainer(double regularization) implements RankerTrainer {
    private static final int MAX_STEPS = 50;
    private static final double CONVERGED = 1e-13; // expected gain of a step, as a share of the loss
    private static final int MAX_HALVINGS = 30;

    public LogisticTrainer {
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be more than 0, was " + regularization);
        }
    }

    /// A penalty so small that it only keeps features apart that say the same.
    public static LogisticTrainer defaults() {
        return new LogisticTrainer(1);
    }

    @Override
    public String name() {
        return LogisticModel.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of("regularization", Double.toString(regularization)));
    }

    /// Nothing is drawn at random: the seed changes nothing.
    @Override
    public LogisticModel train(RankerRows rows, long seed, Threads threads, TrainingListener listener) {
        int positives = rows.positives();
        if (positives == 0 || positives == rows.size()) {
            throw new TrainingException("logistic: rows of both labels are needed, found " + positives
                    + " with label 1 among " + rows.size());
        }
        LogisticLoss loss = LogisticLoss.over(rows, regularization, threads);
        double[] weights = loss.weightsWithoutFeatures((double) positives / rows.size());
        LogisticLoss.Slope here = loss.slopeAt(weights);
        for (int step = 1; step <= MAX_STEPS; step++) {
            listener.progress("fitting the logistic regression", (double) (step - 1) / MAX_STEPS);
            double[] direction = here.newtonDirection();
            double gain = here.expectedGain(direction);
            if (gain <= CONVERGED * here.loss()) {
                break;
            }
            double[] next = sum(weights, direction, 1);
            LogisticLoss.Slope there = loss.slopeAt(next);
            for (int k = 1; !(there.loss() < here.loss()) && k <= MAX_HALVINGS; k++) {
                next = sum(weights, direction, Math.scalb(1.0, -k));
                there = loss.slopeAt(next);
            }
            if (!(there.loss() < here.loss())) {
                break; // as good as doubles can tell
            }
            weights = next;
            here = there;
        }
        listener.progress("done", 1);
        return loss.model(weights);
    }

    private static double[] sum(double[] weights, double[] direction, double share) {
        double[] sums = weights.clone();
        for (int k = 0; k < sums.length; k++) {
            sums[k] += share * direction[k];
        }
        return sums;
    }
}
