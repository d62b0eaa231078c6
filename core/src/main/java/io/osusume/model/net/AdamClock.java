package io.osusume.model.net;

import io.osusume.kernel.AdamDrift;
import io.osusume.kernel.AdamFactors;

/// Adam's steps so far, and what they did to rows without a gradient.
///
/// Adam is dense: a row that is not in the batch still moves by its decaying first moment. Doing so for
/// every row at every step is most of the work, so a row rests until it is needed again, and all its
/// missed steps are taken at once. Over the missed steps `j` the first moment is `m beta1^j`, the root
/// of the second `s beta2^(j/2)`, and the movement `m * sum of w(j) / (s beta2^(j/2) + epsilon)` with
/// `w(j) = rate(j) beta1^j`. The quotient hardly changes while `w` fades, so the sum is taken at two
/// points in time (Gauss' rule) that give `w` its mean and variance: the relative error, some 1e-7, is
/// that of float arithmetic itself. A row rests for [#LONGEST_REST] steps at most.
final class AdamClock {
    static final double BETA_1 = .9;
    static final double BETA_2 = .999;
    static final double EPSILON = 1e-7;
    static final int LONGEST_REST = 128;

    private final double[] rates = new double[LONGEST_REST]; // rates[t % LONGEST_REST] of step t
    private final AdamDrift[] drifts = new AdamDrift[LONGEST_REST + 1];
    private final AdamFactors[] factors = new AdamFactors[LONGEST_REST + 1];
    private final float[] fades1 = new float[LONGEST_REST + 1];
    private final float[] fades2 = new float[LONGEST_REST + 1];
    private int step;

    AdamClock() {
        for (int rest = 0; rest <= LONGEST_REST; rest++) {
            fades1[rest] = (float) Math.pow(BETA_1, rest);
            fades2[rest] = (float) Math.pow(BETA_2, rest);
        }
    }

    /// How many steps have begun.
    int step() {
        return step;
    }

    /// Begins the next step: works out what rows need that have rested for 0, 1, ... steps before it.
    void begin(double learningRate) {
        prepareDrifts();
        step++;
        double rate = rate(learningRate);
        rates[step % LONGEST_REST] = rate;
        for (int rest = 0; rest <= LONGEST_REST; rest++) {
            factors[rest] = new AdamFactors(
                    (float) rate,
                    (float) (1 - BETA_1),
                    (float) (1 - BETA_2),
                    (float) EPSILON,
                    fades1[rest],
                    fades2[rest]);
        }
    }

    /// Works out what rows need that have rested for 1, 2, ... steps up to and with the last one.
    void prepareDrifts() {
        double sum = 0;
        double first = 0;
        double second = 0;
        int longest = Math.min(step, LONGEST_REST);
        for (int rest = 1; rest <= longest; rest++) {
            double rate = rates[(step - rest + 1) % LONGEST_REST];
            second = BETA_1 * (rate + second + 2 * first + sum);
            first = BETA_1 * (rate + first + sum);
            sum = BETA_1 * (rate + sum);
            double mean = first / sum;
            double deviation = Math.sqrt(Math.max(0, second / sum - mean * mean));
            drifts[rest] = new AdamDrift(
                    (float) sum,
                    (float) Math.pow(BETA_2, (mean - deviation) / 2),
                    (float) Math.pow(BETA_2, (mean + deviation) / 2),
                    (float) EPSILON);
        }
    }

    /// The missed steps of a row that has rested for `rest` steps, at least 1.
    AdamDrift drift(int rest) {
        return drifts[rest];
    }

    /// The present step for a row that has rested for `rest` steps before it.
    AdamFactors factors(int rest) {
        return factors[rest];
    }

    /// The learning rate of the present step with both bias corrections.
    double rate(double learningRate) {
        return learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
    }

    /// What `rest` steps leave of a first moment.
    float fade1(int rest) {
        return fades1[rest];
    }

    /// What `rest` steps leave of a second moment.
    float fade2(int rest) {
        return fades2[rest];
    }
}
