package io.osusume.model.rank;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.List;

/// A weighted sum of features: `intercept + sum of slope x (feature - mean)`; a missing feature adds a
/// number of its own instead.
public final class LogisticModel implements Ranker {
    static final String NAME = "logistic";

    private final List<String> features;
    private final double intercept;
    private final double[] means;
    private final double[] slopes;
    private final double[] missing;

    /// @param means by feature, as `slopes` and `missing`; all three are kept, not copied
    LogisticModel(List<String> features, double intercept, double[] means, double[] slopes, double[] missing) {
        this.features = features;
        this.intercept = intercept;
        this.means = means;
        this.slopes = slopes;
        this.missing = missing;
    }

    static LogisticModel restored(Tensors state) {
        List<String> features = RankerState.features(state);
        int width = features.size();
        return new LogisticModel(
                features,
                state.doubles("intercept", 1)[0],
                state.doubles("means", width),
                state.doubles("slopes", width),
                state.doubles("missing", width));
    }

    @Override
    public List<String> features() {
        return features;
    }

    /// What one more of a feature adds to the margin.
    public double slope(int feature) {
        return slopes[feature];
    }

    /// The margin of a row with every feature at its mean.
    public double intercept() {
        return intercept;
    }

    private double contribution(int feature, float value) {
        return Float.isNaN(value) ? missing[feature] : slopes[feature] * (value - means[feature]);
    }

    @Override
    public double margin(float[] rows, int offset) {
        double sum = intercept;
        for (int k = 0; k < slopes.length; k++) {
            sum += contribution(k, rows[offset + k]);
        }
        return sum;
    }

    @Override
    public void margins(float[] rows, int rowCount, double[] margins) {
        for (int row = 0; row < rowCount; row++) {
            margins[row] = margin(rows, row * slopes.length);
        }
    }

    @Override
    public Contributions contributionsFrom(float[] reference) {
        return (rows, offset) -> contributions(reference, rows, offset);
    }

    private double[] contributions(float[] reference, float[] rows, int offset) {
        double[] found = new double[slopes.length + 1];
        for (int k = 0; k < slopes.length; k++) {
            found[k] = contribution(k, rows[offset + k]) - contribution(k, reference[k]);
        }
        found[slopes.length] = margin(reference, 0);
        return found;
    }

    @Override
    public Tensors state() {
        int width = slopes.length;
        return RankerState.of(NAME, features)
                .with("intercept", Tensor.of(new double[] {intercept}, 1))
                .with("means", Tensor.of(means, width))
                .with("slopes", Tensor.of(slopes, width))
                .with("missing", Tensor.of(missing, width));
    }
}
