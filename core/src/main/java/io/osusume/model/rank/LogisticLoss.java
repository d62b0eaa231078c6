package io.osusume.model.rank;

import io.osusume.kernel.Threads;
import java.util.Arrays;

/// The penalised log loss of rows as a function of the weights, with its first and second derivatives.
///
/// Weights stand in this order: the intercept, one a feature, one for each feature that is missing
/// somewhere. Sums over rows are made by stretches of a fixed length and then added in their order, so
/// they do not depend on the threads.
final class LogisticLoss {
    private static final int STRETCH_ROWS = 16_384;
    private static final int COPIED_ROWS = 128;

    private final RankerRows rows;
    private final double regularization;
    private final Threads threads;
    private final double[] means;
    private final double[] deviations; // 0 where a feature never changes
    private final int[] missingWeight; // by feature: the place of its weight for being missing, 0 if it never is
    private final int size;

    private LogisticLoss(
            RankerRows rows,
            double regularization,
            Threads threads,
            double[] means,
            double[] deviations,
            int[] missingWeight,
            int size) {
        this.rows = rows;
        this.regularization = regularization;
        this.threads = threads;
        this.means = means;
        this.deviations = deviations;
        this.missingWeight = missingWeight;
        this.size = size;
    }

    static LogisticLoss over(RankerRows rows, double regularization, Threads threads) {
        int width = rows.width();
        double[] means = new double[width];
        double[] squares = new double[width];
        int[] counts = new int[width];
        float[] row = new float[width];
        for (int k = 0; k < rows.size(); k++) { // Welford: exact for a feature that never changes
            rows.copy(k, 1, row);
            for (int feature = 0; feature < width; feature++) {
                if (!Float.isNaN(row[feature])) {
                    double away = row[feature] - means[feature];
                    means[feature] += away / ++counts[feature];
                    squares[feature] += away * (row[feature] - means[feature]);
                }
            }
        }
        int size = 1 + width;
        int[] missingWeight = new int[width];
        for (int feature = 0; feature < width; feature++) {
            squares[feature] = counts[feature] == 0 ? 0 : Math.sqrt(squares[feature] / counts[feature]);
            if (counts[feature] < rows.size()) {
                missingWeight[feature] = size++;
            }
        }
        return new LogisticLoss(rows, regularization, threads, means, squares, missingWeight, size);
    }

    /// The best weights where no feature may be used.
    double[] weightsWithoutFeatures(double shareOfPositives) {
        double[] weights = new double[size];
        weights[0] = Math.log(shareOfPositives / (1 - shareOfPositives));
        return weights;
    }

    LogisticModel model(double[] weights) {
        double[] slopes = new double[means.length];
        double[] missing = new double[means.length];
        for (int k = 0; k < means.length; k++) {
            slopes[k] = deviations[k] == 0 ? 0 : weights[1 + k] / deviations[k];
            missing[k] = missingWeight[k] == 0 ? 0 : weights[missingWeight[k]];
        }
        return new LogisticModel(rows.features(), weights[0], means, slopes, missing);
    }

    Slope slopeAt(double[] weights) {
        int stretches = (rows.size() + STRETCH_ROWS - 1) / STRETCH_ROWS;
        Slope[] parts = new Slope[stretches];
        threads.run(stretches, k -> parts[k] = stretch(weights, k * STRETCH_ROWS));
        Slope whole = new Slope(size);
        for (Slope part : parts) {
            whole.add(part);
        }
        for (int k = 1; k < size; k++) {
            whole.loss += regularization / 2 * weights[k] * weights[k];
            whole.gradient[k] += regularization * weights[k];
            whole.curvature[k * size + k] += regularization;
        }
        return whole;
    }

    private Slope stretch(double[] weights, int begin) {
        Slope part = new Slope(size);
        float[] copied = new float[COPIED_ROWS * rows.width()];
        double[] inputs = new double[size];
        int end = Math.min(rows.size(), begin + STRETCH_ROWS);
        for (int from = begin; from < end; from += COPIED_ROWS) {
            int count = Math.min(COPIED_ROWS, end - from);
            rows.copy(from, count, copied);
            for (int row = 0; row < count; row++) {
                standardise(copied, row * rows.width(), inputs);
                part.addRow(inputs, weights, rows.label(from + row));
            }
        }
        return part;
    }

    private void standardise(float[] values, int offset, double[] inputs) {
        Arrays.fill(inputs, 0);
        inputs[0] = 1;
        for (int k = 0; k < means.length; k++) {
            float value = values[offset + k];
            if (Float.isNaN(value)) {
                inputs[missingWeight[k]] = 1;
            } else if (deviations[k] > 0) {
                inputs[1 + k] = (value - means[k]) / deviations[k];
            }
        }
    }

    /// The loss at some weights and how it changes around them.
    static final class Slope {
        private final int size;
        private double loss;
        private final double[] gradient;
        private final double[] curvature; // the upper triangle of size x size

        Slope(int size) {
            this.size = size;
            gradient = new double[size];
            curvature = new double[size * size];
        }

        double loss() {
            return loss;
        }

        private void addRow(double[] inputs, double[] weights, int label) {
            double margin = 0;
            for (int k = 0; k < size; k++) {
                margin += inputs[k] * weights[k];
            }
            double probability = Ranker.probability(margin);
            double wrong = label == 1 ? -margin : margin; // log(1 + exp(wrong)), without overflow
            loss += Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
            double curve = probability * (1 - probability);
            for (int k = 0; k < size; k++) {
                double input = inputs[k];
                if (input == 0) {
                    continue;
                }
                gradient[k] += (probability - label) * input;
                double factor = curve * input;
                int line = k * size;
                for (int column = k; column < size; column++) {
                    curvature[line + column] += factor * inputs[column];
                }
            }
        }

        private void add(Slope part) {
            loss += part.loss;
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += part.gradient[k];
            }
            for (int k = 0; k < curvature.length; k++) {
                curvature[k] += part.curvature[k];
            }
        }

        /// Half of what a step in this direction would take off if the loss were a parabola, the step
        /// being its best.
        double expectedGain(double[] direction) {
            double product = 0;
            for (int k = 0; k < size; k++) {
                product -= gradient[k] * direction[k];
            }
            return product / 2;
        }

        /// Where a parabola would have its bottom: minus the inverse of the curvature times the
        /// gradient, by Cholesky's method.
        double[] newtonDirection() {
            double[] factor = curvature.clone(); // becomes R with R'R = curvature
            double[] solution = new double[size];
            for (int row = 0; row < size; row++) {
                int line = row * size;
                for (int above = 0; above < row; above++) {
                    double share = factor[above * size + row];
                    for (int column = row; column < size; column++) {
                        factor[line + column] -= share * factor[above * size + column];
                    }
                }
                double root = Math.sqrt(Math.max(factor[line + row], Double.MIN_NORMAL));
                for (int column = row; column < size; column++) {
                    factor[line + column] /= root;
                }
            }
            for (int row = 0; row < size; row++) { // R'y = -gradient
                double rest = -gradient[row];
                for (int above = 0; above < row; above++) {
                    rest -= factor[above * size + row] * solution[above];
                }
                solution[row] = rest / factor[row * size + row];
            }
            for (int row = size - 1; row >= 0; row--) { // Rx = y
                double rest = solution[row];
                for (int column = row + 1; column < size; column++) {
                    rest -= factor[row * size + column] * solution[column];
                }
                solution[row] = rest / factor[row * size + row];
            }
            return solution;
        }
    }
}
