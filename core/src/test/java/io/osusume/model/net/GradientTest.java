package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.kernel.Team;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The gradient of every weight against finite differences of a plain double implementation of the
/// loss.
class GradientTest {
    private static final int SIZE = 5;
    private static final int USERS = 4;
    private static final int ITEMS = 6;
    private static final double RATE = 1e-3;

    private final float[] targets = {0, .1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f, 1};
    private final long[] rows = rows();

    @Test
    void everyEmbeddingMovesAgainstItsNumericGradient() {
        NetWeights weights = weights();
        double[] users = numericGradient(weights, true);
        double[] items = numericGradient(weights, false);
        NetWeights before = weights.copy();
        try (Team team = new Team(new Threads(1))) {
            NetOptimizer net =
                    new NetOptimizer(weights, AdamRule.SQUARE_OF_SUM, .99, rows.length, VectorMath.scalar(), team);
            net.step(rows, 0, rows.length, targets, RATE, () -> {});
            NetWeights after = net.weights();
            assertMoved(users, before.users(), after.users());
            assertMoved(items, before.items(), after.items());
        }
    }

    @Test
    void theHeadsGradientsAreTheNumericOnes() {
        NetWeights weights = weights();
        NetHead head = weights.head();
        double h = 1e-6;
        double kernel = (loss(weights, with(head, h, 0, 0)) - loss(weights, with(head, -h, 0, 0))) / (2 * h);
        double gamma = (loss(weights, with(head, 0, h, 0)) - loss(weights, with(head, 0, -h, 0))) / (2 * h);
        double beta = (loss(weights, with(head, 0, 0, h)) - loss(weights, with(head, 0, 0, -h))) / (2 * h);

        Backward backward = backward(weights);

        assertEquals(kernel, backward.kernel(), 1e-8);
        assertEquals(gamma, backward.gamma(), 1e-8);
        assertEquals(beta, backward.beta(), 1e-8);
    }

    @Test
    void everyCosinesGradientIsTheNumericOne() {
        NetWeights weights = weights();
        double[] cosines = cosines(weights);
        Backward backward = backward(weights);
        BatchNorm norm = norm(weights.head(), cosines);
        for (int k = 0; k < rows.length; k++) {
            double h = 1e-6;
            double kept = cosines[k];
            cosines[k] = kept + h;
            double up = loss(cosines, weights.head());
            cosines[k] = kept - h;
            double down = loss(cosines, weights.head());
            cosines[k] = kept;
            double logit = norm.slope(weights.head()) * kept + norm.shift(weights.head());
            double error = NetHead.sigmoid(logit) - targets[TrainingRows.rating(rows[k])];
            assertEquals((up - down) / (2 * h), backward.cosine(error, kept), 1e-8, "row " + k);
        }
    }

    private static long[] rows() {
        SplittableRandom random = new SplittableRandom(3);
        long[] rows = new long[14];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = TrainingRows.row(random.nextInt(USERS), random.nextInt(ITEMS), random.nextInt(11));
        }
        return rows;
    }

    private static NetWeights weights() {
        NetWeights random = NetWeights.random(USERS, ITEMS, SIZE, new SplittableRandom(5));
        return new NetWeights(SIZE, random.users(), random.items(), new NetHead(1.2, .1, 1.1, -.2, 0, 1));
    }

    private static NetHead with(NetHead head, double kernel, double gamma, double beta) {
        return new NetHead(head.kernel() + kernel, head.bias(), head.gamma() + gamma, head.beta() + beta, 0, 1);
    }

    /// Under the textbook rule the first step is `rate * g / (|g| + small)` with small = epsilon /
    /// sqrt(1 - beta2) = 1e-7 / .0316, so weights with a clear gradient move by the rate against it.
    private static void assertMoved(double[] gradient, float[] before, float[] after) {
        double small = 1e-7 / Math.sqrt(.001);
        for (int k = 0; k < gradient.length; k++) {
            double expected = -RATE * gradient[k] / (Math.abs(gradient[k]) + small);
            assertEquals(expected, after[k] - before[k], 1e-6, "number " + k + " with gradient " + gradient[k]);
        }
    }

    private double[] numericGradient(NetWeights weights, boolean ofUsers) {
        float[] numbers = ofUsers ? weights.users() : weights.items();
        double[] gradient = new double[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            float kept = numbers[k];
            float up = kept + 1e-4f;
            float down = kept - 1e-4f;
            numbers[k] = up;
            double above = loss(weights, weights.head());
            numbers[k] = down;
            double below = loss(weights, weights.head());
            numbers[k] = kept;
            gradient[k] = (above - below) / ((double) up - down);
        }
        return gradient;
    }

    private Backward backward(NetWeights weights) {
        double[] cosines = cosines(weights);
        BatchNorm norm = norm(weights.head(), cosines);
        double[] sums = new double[2];
        for (int k = 0; k < rows.length; k++) {
            double logit = norm.slope(weights.head()) * cosines[k] + norm.shift(weights.head());
            double error = NetHead.sigmoid(logit) - targets[TrainingRows.rating(rows[k])];
            sums[0] += error;
            sums[1] += error * cosines[k];
        }
        return Backward.of(weights.head(), norm, sums, rows.length);
    }

    private static BatchNorm norm(NetHead head, double[] cosines) {
        double mean = java.util.Arrays.stream(cosines).average().orElseThrow();
        double variance = java.util.Arrays.stream(cosines)
                .map(cosine -> (cosine - mean) * (cosine - mean))
                .average()
                .orElseThrow();
        return BatchNorm.of(head, mean, variance);
    }

    private double loss(NetWeights weights, NetHead head) {
        return loss(cosines(weights), head);
    }

    /// The definition: dense, batch normalisation with the batch's own statistics, sigmoid, mean
    /// cross-entropy.
    private double loss(double[] cosines, NetHead head) {
        double[] outputs = new double[cosines.length];
        double mean = 0;
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = head.kernel() * cosines[k] + head.bias();
            mean += outputs[k] / outputs.length;
        }
        double variance = 0;
        for (double output : outputs) {
            variance += (output - mean) * (output - mean) / outputs.length;
        }
        double loss = 0;
        for (int k = 0; k < outputs.length; k++) {
            double logit = head.gamma() * (outputs[k] - mean) / Math.sqrt(variance + 1e-3) + head.beta();
            double said = 1 / (1 + Math.exp(-logit));
            double target = targets[TrainingRows.rating(rows[k])];
            loss -= (target * Math.log(said) + (1 - target) * Math.log(1 - said)) / outputs.length;
        }
        return loss;
    }

    private double[] cosines(NetWeights weights) {
        double[] cosines = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            int user = TrainingRows.user(rows[k]) * SIZE;
            int item = TrainingRows.item(rows[k]) * SIZE;
            double dot = 0;
            double ofUser = 0;
            double ofItem = 0;
            for (int j = 0; j < SIZE; j++) {
                double u = weights.users()[user + j];
                double i = weights.items()[item + j];
                dot += u * i;
                ofUser += u * u;
                ofItem += i * i;
            }
            cosines[k] = dot / Math.sqrt(ofUser * ofItem);
        }
        return cosines;
    }
}
