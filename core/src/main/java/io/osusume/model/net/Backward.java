package io.osusume.model.net;

/// The gradient of a batch's mean loss: that of the head's weights, and what is needed for that of each
/// cosine.
///
/// With error `e` = sigmoid - target, output `h` of the dense layer and its normalised form `n`: the
/// gradient of `h` is `gamma / deviation * (e - mean(e) - n mean(e n)) / count`, that of a cosine
/// `kernel` times it.
final class Backward {
    private final double factor;
    private final double meanError;
    private final double meanErrorNormal;
    private final double meanCosine;
    private final double normalSlope;
    private final double kernelGradient;

    private Backward(NetHead head, BatchNorm norm, double[] sums, int count) {
        meanCosine = norm.meanCosine();
        normalSlope = head.kernel() * norm.inverseDeviation();
        meanError = sums[0] / count;
        double meanErrorCosine = sums[1] / count;
        meanErrorNormal = normalSlope * (meanErrorCosine - meanError * meanCosine);
        factor = head.gamma() * norm.inverseDeviation() * head.kernel() / count;
        // mean of (e - mean(e) - n mean(e n)) * cosine, where mean(n * cosine) = normalSlope * var(cosine)
        double varianceCosine = head.kernel() == 0 ? 0 : norm.variance() / (head.kernel() * head.kernel());
        kernelGradient = head.gamma()
                * norm.inverseDeviation()
                * (meanErrorCosine - meanError * meanCosine - meanErrorNormal * normalSlope * varianceCosine);
    }

    /// @param sums of the errors and of error x cosine over the batch
    static Backward of(NetHead head, BatchNorm norm, double[] sums, int count) {
        return new Backward(head, norm, sums, count);
    }

    /// The gradient of one row's cosine.
    double cosine(double error, double cosine) {
        double normal = normalSlope * (cosine - meanCosine);
        return factor * (error - meanError - normal * meanErrorNormal);
    }

    double kernel() {
        return kernelGradient;
    }

    double gamma() {
        return meanErrorNormal;
    }

    double beta() {
        return meanError;
    }
}
