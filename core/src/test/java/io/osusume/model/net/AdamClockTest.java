package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.kernel.VectorMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A row that rests and catches up ends where it would have ended had it taken every step.
class AdamClockTest {
    private static final int WARM_UP = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 60, 128})
    void catchingUpEqualsTakingEveryStepWithoutAGradient(int rest) {
        // One row with second moments from far above to far below epsilon squared (1e-14).
        float[] values = {.03f, -.02f, .01f, .05f};
        float[] gradient = {1e-3f, -1e-5f, 1e-6f, 1e-7f};
        float[] squares = {1e-6f, 1e-10f, 1e-12f, 1e-14f};
        EmbeddingTable table = new EmbeddingTable(values.clone(), 4, 0, AdamRule.SUM_OF_SQUARES, VectorMath.scalar());
        AdamClock clock = new AdamClock();
        Dense[] dense = new Dense[4];
        for (int k = 0; k < 4; k++) {
            dense[k] = new Dense(values[k]);
        }
        for (int step = 1; step <= WARM_UP + rest; step++) {
            double rate = step < 40 ? 1e-3 : 5e-3; // the learning rate may change while a row rests
            clock.begin(rate);
            if (step <= WARM_UP) {
                step(table, clock, gradient);
            }
            for (int k = 0; k < 4; k++) {
                dense[k].step(step, rate, step <= WARM_UP ? gradient[k] : 0, step <= WARM_UP ? squares[k] : 0);
            }
        }
        clock.prepareDrifts();
        table.settle(0, clock);

        for (int k = 0; k < 4; k++) {
            double moved = Math.abs(dense[k].weight - values[k]);
            assertEquals(dense[k].weight, table.values()[k], 1e-6 * moved + 1e-8, "weight " + k);
        }
    }

    /// A row of one partner, whose joined row is the gradient itself.
    private static void step(EmbeddingTable table, AdamClock clock, float[] gradient) {
        EmbeddingTable partner =
                new EmbeddingTable(gradient.clone(), 4, 0, AdamRule.SUM_OF_SQUARES, VectorMath.scalar());
        EmbeddingTable.Meetings met = new EmbeddingTable.Meetings(1);
        met.alpha[0] = 1;
        table.wake(0, clock);
        table.step(0, 0, clock, partner, met, 0, 1, new float[4], new float[4]);
    }

    @Test
    void theFirstStepMovesByTheLearningRate() {
        // Both bias corrections cancel in the first step: m / sqrt(v) = gradient / |gradient|.
        Dense dense = new Dense(1);
        dense.step(1, .01, .5, .25);
        assertEquals(.99, dense.weight, 1e-7);
    }

    /// Keras' Adam for one weight in double precision, step by step.
    private static final class Dense {
        private double weight;
        private double first;
        private double second;

        Dense(double weight) {
            this.weight = weight;
        }

        void step(int step, double learningRate, double gradient, double square) {
            first += (gradient - first) * .1;
            second += (square - second) * .001;
            double rate = learningRate * Math.sqrt(1 - Math.pow(.999, step)) / (1 - Math.pow(.9, step));
            weight -= rate * first / (Math.sqrt(second) + 1e-7);
        }
    }
}
