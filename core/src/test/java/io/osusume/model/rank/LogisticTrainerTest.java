package io.osusume.model.rank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticTrainerTest {
    private static LogisticModel train(double regularization, RankerRows rows, int threads) {
        return new LogisticTrainer(regularization).train(rows, 1, new Threads(threads), TrainingListener.SILENT);
    }

    /// Of 4 rows with a = 0 one is positive, of 4 with a = 1 three are: the log-odds are log(1/3) and
    /// log(3), a step of 2 log 3. Almost no penalty, so the weights are these.
    @Test
    void weightsAreTheLogOddsOfTheGroups() {
        RankerRows.Builder rows = new RankerRows.Builder(List.of("a", "constant"));
        for (int k = 0; k < 8; k++) {
            rows.add(new float[] {k < 4 ? 0 : 1, 7}, 0, k == 0 || k > 4);
        }
        LogisticModel model = train(1e-9, rows.build(), 1);
        assertEquals(2 * Math.log(3), model.slope(0), 1e-7);
        assertEquals(0, model.slope(1));
        assertEquals(.25, Ranker.probability(model.margin(new float[] {0, 7}, 0)), 1e-8);
        assertEquals(.75, Ranker.probability(model.margin(new float[] {1, 7}, 0)), 1e-8);
    }

    /// As above, with missing in the place of 1: what is missing says as much as a value.
    @Test
    void aMissingFeatureHasAWeightOfItsOwn() {
        RankerRows.Builder rows = new RankerRows.Builder(List.of("a"));
        for (int k = 0; k < 8; k++) {
            rows.add(new float[] {k < 4 ? 2 : Float.NaN}, 0, k == 0 || k > 4);
        }
        LogisticModel model = train(1e-9, rows.build(), 1);
        assertEquals(.25, Ranker.probability(model.margin(new float[] {2}, 0)), 1e-8);
        assertEquals(.75, Ranker.probability(model.margin(new float[] {Float.NaN}, 0)), 1e-8);
    }

    private static RankerRows sample(long seed, int count, int width, double[] slopes) {
        SplittableRandom random = new SplittableRandom(seed);
        RankerRows.Builder rows = new RankerRows.Builder(java.util.stream.IntStream.range(0, width)
                .mapToObj(k -> "f" + k)
                .toList());
        float[] row = new float[width];
        for (int k = 0; k < count; k++) {
            double margin = -1;
            for (int feature = 0; feature < width; feature++) {
                row[feature] = (float) (random.nextGaussian() * (feature + 1) + 10 * feature);
                margin += slopes[feature] * (row[feature] - 10 * feature);
                if (feature == 0 && random.nextInt(4) == 0) {
                    margin -= slopes[0] * row[0];
                    row[0] = Float.NaN;
                }
            }
            rows.add(row, 0, random.nextDouble() < Ranker.probability(margin));
        }
        return rows.build();
    }

    /// The standard error of a slope here is about 1 / sqrt(40000 x .15) / deviation = .013 /
    /// deviation.
    @Test
    void slopesComeOutAsTheyWentIn() {
        double[] slopes = {1, -.5, 0, .25};
        LogisticModel model = train(1, sample(3, 40_000, 4, slopes), 2);
        for (int k = 0; k < 4; k++) {
            assertEquals(slopes[k], model.slope(k), 4 * .013 * (k == 0 ? 1.2 : 1), "feature " + k);
        }
    }

    /// At the best weights the gradient is nothing: the margin's errors are orthogonal to every feature
    /// up to the penalty, and sum to nothing.
    @Test
    void atTheEndNoErrorIsLeftThatAFeatureCouldExplain() {
        RankerRows rows = sample(4, 5000, 3, new double[] {1, -1, .3});
        LogisticModel model = train(1e-6, rows, 1);
        double errors = 0;
        double withSecond = 0;
        float[] row = new float[3];
        for (int k = 0; k < rows.size(); k++) {
            rows.copy(k, 1, row);
            double error = Ranker.probability(model.margin(row, 0)) - rows.label(k);
            errors += error;
            withSecond += error * (row[1] - 10);
        }
        assertEquals(0, errors, 1e-3);
        assertEquals(0, withSecond, 1e-3);
    }

    @Test
    void theModelDoesNotDependOnTheThreads() {
        RankerRows rows = sample(5, 50_000, 4, new double[] {1, -1, .3, .2});
        LogisticModel one = train(1, rows, 1);
        LogisticModel three = train(1, rows, 3);
        assertEquals(one.intercept(), three.intercept());
        assertArrayEquals(one.state().doubles("slopes"), three.state().doubles("slopes"));
        assertArrayEquals(one.state().doubles("missing"), three.state().doubles("missing"));
    }

    @Test
    void perfectlyPartedRowsGiveFiniteWeights() {
        RankerRows.Builder rows = new RankerRows.Builder(List.of("a", "same", "never"));
        for (int k = 0; k < 100; k++) {
            rows.add(new float[] {k, 2 * k, Float.NaN}, 0, k >= 50);
        }
        LogisticModel model = train(.01, rows.build(), 1);
        assertTrue(model.slope(0) > 0 && Double.isFinite(model.slope(0)), "slope " + model.slope(0));
        assertEquals(model.slope(0), 2 * model.slope(1), 1e-6, "the same feature twice shares the weight");
        assertTrue(Ranker.probability(model.margin(new float[] {99, 198, Float.NaN}, 0)) > .99);
    }

    @Test
    void contributionsSumToTheMarginAndARestoredModelIsTheSame() {
        RankerRows rows = sample(6, 2000, 4, new double[] {1, -1, .3, .2});
        LogisticModel model = train(1, rows, 1);
        Ranker restored = Ranker.of(model.state());
        float[] some = new float[400];
        rows.copy(0, 100, some);
        float[] reference = Arrays.copyOf(some, 4);
        double[] margins = new double[100];
        restored.margins(some, 100, margins);
        for (int row = 0; row < 100; row++) {
            double sum = 0;
            for (double contribution : model.contributions(some, row * 4, reference)) {
                sum += contribution;
            }
            assertEquals(model.margin(some, row * 4), margins[row]);
            assertEquals(margins[row], sum, 1e-9);
        }
    }

    @Test
    void whatCannotBeLearntIsNamed() {
        RankerRows rows = new RankerRows.Builder(List.of("a"))
                .add(new float[] {1}, 0, true)
                .build();
        assertEquals(
                "logistic: rows of both labels are needed, found 1 with label 1 among 1",
                assertThrows(TrainingException.class, () -> train(1, rows, 1)).getMessage());
        assertEquals(
                "regularization must be more than 0, was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new LogisticTrainer(0))
                        .getMessage());
    }
}
