package io.osusume.model.net;

/// What batch normalisation (Ioffe and Szegedy, 2015) saw in one batch.
///
/// @param meanCosine mean of the cosines
/// @param mean mean of the dense layer's outputs
/// @param variance their variance, divided by the number of rows (not one less)
/// @param inverseDeviation 1 / sqrt(variance + epsilon)
record BatchNorm(double meanCosine, double mean, double variance, double inverseDeviation) {
    static BatchNorm of(NetHead head, double meanCosine, double varianceCosine) {
        double variance = head.kernel() * head.kernel() * varianceCosine;
        return new BatchNorm(
                meanCosine,
                head.kernel() * meanCosine + head.bias(),
                variance,
                1 / Math.sqrt(variance + NetHead.EPSILON));
    }

    /// How much the logit rises with the cosine.
    double slope(NetHead head) {
        return head.gamma() * head.kernel() * inverseDeviation;
    }

    /// The logit at a cosine of 0.
    double shift(NetHead head) {
        return head.gamma() * (head.bias() - mean) * inverseDeviation + head.beta();
    }
}
