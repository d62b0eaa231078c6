package io.osusume.model.twotower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.SampleInteractions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TowerOptimizerTest {
    private static final Threads THREADS = new Threads(2);
    private static final Kernels KERNELS = new Kernels(VectorMath.scalar(), DenseMath.java(THREADS), THREADS);
    private static final double TEMPERATURE = .5;

    private final Interactions lists = SampleInteractions.random(9, 12, 7, RatingScale.SCORED_ONLY, 3);
    private final int[] users = {1, 2, 3, 4, 5, 6, 7, 8};
    private final HiddenEntries batch = HiddenEntries.draw(lists, users, 0, 8, .5, new SplittableRandom(1));
    private final TowerWeights weights = TowerWeights.random(lists.itemCounts(), 5, new SplittableRandom(2));

    /// The loss as it is defined: every list, every hidden entry, all in double.
    private double loss() {
        double loss = 0;
        for (int list = 0; list < batch.lists(); list++) {
            double[] sum = new double[5];
            boolean[] isShown = new boolean[12];
            for (int entry = batch.shownBegin(list); entry < batch.shownBegin(list + 1); entry++) {
                isShown[batch.shown(entry)] = true;
                for (int k = 0; k < 5; k++) {
                    sum[k] += weights.entries()[batch.shown(entry) * 5 + k];
                }
            }
            double[] powers = new double[12];
            double all = 0;
            for (int item = 0; item < 12; item++) {
                powers[item] = Math.exp(cosine(sum, item) / TEMPERATURE + weights.bias()[item]);
                all += isShown[item] ? 0 : powers[item];
            }
            for (int entry = batch.hiddenBegin(list); entry < batch.hiddenBegin(list + 1); entry++) {
                loss -= Math.log(powers[batch.hidden(entry)] / all);
            }
        }
        return loss;
    }

    private double cosine(double[] sum, int item) {
        double dot = 0;
        double own = 0;
        double other = 0;
        for (int k = 0; k < 5; k++) {
            double weight = weights.items()[item * 5 + k];
            dot += sum[k] * weight;
            own += sum[k] * sum[k];
            other += weight * weight;
        }
        return own == 0 ? 0 : dot / Math.sqrt(own * other);
    }

    @Test
    void aStepReturnsTheLossBeforeIt() {
        double before = loss();
        assertEquals(before, new TowerOptimizer(weights, TEMPERATURE, KERNELS).step(batch, 1e-3), 1e-5 * before);
    }

    /// Adam's first step has the size of the learning rate whatever the gradient's; its sign is the
    /// gradient's.
    @Test
    void theFirstStepMovesEveryWeightAgainstItsNumericalGradient() {
        double[] gradients = new double[12 * 5 * 2 + 12];
        for (int k = 0; k < gradients.length; k++) {
            gradients[k] = numericalGradient(k);
        }
        TowerWeights before = weights.copy();
        new TowerOptimizer(weights, TEMPERATURE, KERNELS).step(batch, 1e-3);
        int compared = 0;
        for (int k = 0; k < gradients.length; k++) {
            if (Math.abs(gradients[k]) > 1e-2) {
                double moved = array(weights, k)[place(k)] - array(before, k)[place(k)];
                assertEquals(-Math.signum(gradients[k]) * 1e-3, moved, 1e-5, "weight " + k);
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared + " weights");
    }

    private double numericalGradient(int k) {
        float[] array = array(weights, k);
        float kept = array[place(k)];
        array[place(k)] = kept + 1e-3f;
        double above = loss();
        array[place(k)] = kept - 1e-3f;
        double below = loss();
        array[place(k)] = kept;
        return (above - below) / 2e-3;
    }

    private static float[] array(TowerWeights weights, int k) {
        return k < 60 ? weights.entries() : k < 120 ? weights.items() : weights.bias();
    }

    private static int place(int k) {
        return k % 60;
    }

    @Test
    void manyStepsOnOneBatchLowerItsLoss() {
        TowerOptimizer optimizer = new TowerOptimizer(weights, TEMPERATURE, KERNELS);
        double first = optimizer.step(batch, 1e-2);
        double last = first;
        for (int step = 0; step < 50; step++) {
            last = optimizer.step(batch, 1e-2);
        }
        assertTrue(last < .9 * first, "from " + first + " to " + last);
    }
}
