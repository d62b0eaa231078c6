package io.osusume.model.net;

/// Sums over rows of the loss and the errors, from which means are taken.
///
/// @param loss sum of the binary cross-entropies
/// @param absolute sum of the absolute errors, targets in [0, 1]
/// @param squared sum of the squared errors
/// @param count number of rows
record MetricSums(double loss, double absolute, double squared, int count) {
    static final MetricSums NONE = new MetricSums(0, 0, 0, 0);

    MetricSums plus(MetricSums other) {
        return new MetricSums(
                loss + other.loss, absolute + other.absolute, squared + other.squared, count + other.count);
    }

    double meanLoss() {
        return loss / count;
    }

    double meanAbsolute() {
        return absolute / count;
    }

    double meanSquared() {
        return squared / count;
    }
}
