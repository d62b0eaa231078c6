package io.osusume.model.twotower;

import io.osusume.kernel.AdamFactors;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.util.Arrays;

/// Takes steps of Adam on the weights, which it changes in place. Sums run in an order that does not depend
/// on the number of threads.
final class TowerOptimizer {
    private static final double BETA_1 = .9;
    private static final double BETA_2 = .999;
    private static final float EPSILON = 1e-8f;
    private static final int LISTS_A_TASK = 8;
    private static final int ITEMS_A_TASK = 128;

    private final TowerWeights weights;
    private final int size;
    private final int itemCount;
    private final float inverseTemperature;
    private final Kernels kernels;
    private final Threads threads;
    private final VectorMath vectors;
    private final Directions items;
    private final float[] itemColumns;
    private final float[] itemGradient;
    private final float[] itemGradientColumns;
    private final float[] biasGradient;
    private final float[][] moments;
    private int step;

    TowerOptimizer(TowerWeights weights, double temperature, Kernels kernels) {
        this.weights = weights;
        this.size = weights.embeddingSize();
        this.itemCount = weights.itemCount();
        this.inverseTemperature = (float) (1 / temperature);
        this.kernels = kernels;
        this.threads = kernels.threads();
        this.vectors = kernels.vectors();
        items = new Directions(itemCount, size, vectors);
        itemColumns = new float[itemCount * size];
        itemGradient = new float[itemCount * size];
        itemGradientColumns = new float[itemCount * size];
        biasGradient = new float[itemCount];
        moments = new float[][] {
            new float[itemCount * size], new float[itemCount * size], // of entries: first, second
            new float[itemCount * size], new float[itemCount * size], // of items
            new float[itemCount], new float[itemCount] // of the bias
        };
    }

    /// One step.
    ///
    /// @return the sum of the losses of the hidden entries
    double step(HiddenEntries batch, double learningRate) {
        int lists = batch.lists();
        Directions users = new Directions(lists, size, vectors);
        overLists(lists, list -> direction(batch, list, users));
        items.take(weights.items(), threads);
        transpose(items.rows(), itemColumns, itemCount, size);
        float[] logits = new float[lists * itemCount];
        kernels.dense().multiply(users.rows(), itemColumns, logits, lists, itemCount, size);
        double[] losses = new double[lists];
        overLists(lists, list -> losses[list] = softmax(batch, list, logits));
        float[] userGradient = new float[lists * size];
        kernels.dense().multiply(logits, items.rows(), userGradient, lists, size, itemCount);
        overLists(lists, list -> users.backward(list, userGradient, list * size));
        float[] userColumns = new float[lists * size];
        transpose(users.rows(), userColumns, lists, size);
        kernels.dense().multiply(userColumns, logits, itemGradientColumns, size, itemCount, lists);
        transpose(itemGradientColumns, itemGradient, size, itemCount);
        sumRows(logits, lists);
        move(batch, userGradient, learningRate);
        double loss = 0;
        for (double one : losses) {
            loss += one;
        }
        return loss;
    }

    private void direction(HiddenEntries batch, int list, Directions users) {
        for (int entry = batch.shownBegin(list); entry < batch.shownBegin(list + 1); entry++) {
            vectors.axpy(1, weights.entries(), batch.shown(entry) * size, users.rows(), list * size, size);
        }
        users.normalize(list);
    }

    /// Replaces the cosines of a list by the gradient of the loss by its logits, and returns the loss.
    private double softmax(HiddenEntries batch, int list, float[] logits) {
        int begin = list * itemCount;
        int hidden = batch.hiddenBegin(list + 1) - batch.hiddenBegin(list);
        if (hidden == 0) {
            Arrays.fill(logits, begin, begin + itemCount, 0);
            return 0;
        }
        for (int item = 0; item < itemCount; item++) {
            logits[begin + item] = logits[begin + item] * inverseTemperature + weights.bias()[item];
        }
        for (int entry = batch.shownBegin(list); entry < batch.shownBegin(list + 1); entry++) {
            logits[begin + batch.shown(entry)] = Float.NEGATIVE_INFINITY;
        }
        float max = Float.NEGATIVE_INFINITY;
        for (int k = begin; k < begin + itemCount; k++) {
            max = Math.max(max, logits[k]);
        }
        double loss = 0;
        for (int entry = batch.hiddenBegin(list); entry < batch.hiddenBegin(list + 1); entry++) {
            loss -= logits[begin + batch.hidden(entry)] - max;
        }
        double sum = 0;
        for (int k = begin; k < begin + itemCount; k++) {
            double power = Math.exp(logits[k] - max);
            sum += power;
            logits[k] = (float) power;
        }
        float share = 1f / batch.hiddenCount();
        vectors.scale((float) (share * hidden / sum), logits, begin, itemCount);
        for (int entry = batch.hiddenBegin(list); entry < batch.hiddenBegin(list + 1); entry++) {
            logits[begin + batch.hidden(entry)] -= share;
        }
        return loss + hidden * Math.log(sum);
    }

    private void sumRows(float[] gradient, int lists) {
        overItems((from, to) -> {
            Arrays.fill(biasGradient, from, to, 0);
            for (int list = 0; list < lists; list++) {
                vectors.axpy(1, gradient, list * itemCount + from, biasGradient, from, to - from);
            }
        });
    }

    private void move(HiddenEntries batch, float[] userGradient, double learningRate) {
        step++;
        double rate = learningRate * Math.sqrt(1 - Math.pow(BETA_2, step)) / (1 - Math.pow(BETA_1, step));
        AdamFactors factors = new AdamFactors((float) rate, (float) (1 - BETA_1), (float) (1 - BETA_2), EPSILON, 1, 1);
        int[][] byItem = batch.listsByItem(itemCount);
        overItems((from, to) -> {
            float[] gradient = new float[size];
            float[] squares = new float[size];
            for (int item = from; item < to; item++) {
                Arrays.fill(gradient, 0);
                for (int k = byItem[0][item]; k < byItem[0][item + 1]; k++) {
                    vectors.axpy(1, userGradient, byItem[1][k] * size, gradient, 0, size);
                }
                vectors.scale(inverseTemperature, gradient, 0, size);
                adam(factors, weights.entries(), 0, item * size, gradient, squares);
                items.backward(item, itemGradient, item * size);
                System.arraycopy(itemGradient, item * size, gradient, 0, size);
                vectors.scale(inverseTemperature, gradient, 0, size);
                adam(factors, weights.items(), 2, item * size, gradient, squares);
            }
            float[] biases = Arrays.copyOfRange(biasGradient, from, to);
            adam(factors, weights.bias(), 4, from, biases, new float[to - from]);
        });
    }

    private void adam(AdamFactors factors, float[] target, int moment, int offset, float[] gradient, float[] squares) {
        for (int k = 0; k < gradient.length; k++) {
            squares[k] = gradient[k] * gradient[k];
        }
        vectors.adamStep(
                factors,
                target,
                moments[moment],
                moments[moment + 1],
                offset,
                gradient,
                squares,
                target,
                offset,
                gradient.length);
    }

    private void transpose(float[] from, float[] to, int rows, int columns) {
        int tile = 32;
        threads.run((rows + tile - 1) / tile, task -> {
            int end = Math.min(rows, (task + 1) * tile);
            for (int left = 0; left < columns; left += tile) {
                for (int row = task * tile; row < end; row++) {
                    for (int column = left; column < Math.min(columns, left + tile); column++) {
                        to[column * rows + row] = from[row * columns + column];
                    }
                }
            }
        });
    }

    private void overLists(int lists, java.util.function.IntConsumer work) {
        threads.run((lists + LISTS_A_TASK - 1) / LISTS_A_TASK, task -> {
            for (int list = task * LISTS_A_TASK; list < Math.min(lists, (task + 1) * LISTS_A_TASK); list++) {
                work.accept(list);
            }
        });
    }

    private interface Stretch {
        void run(int from, int to);
    }

    private void overItems(Stretch work) {
        threads.run(
                (itemCount + ITEMS_A_TASK - 1) / ITEMS_A_TASK,
                task -> work.run(task * ITEMS_A_TASK, Math.min(itemCount, (task + 1) * ITEMS_A_TASK)));
    }
}
