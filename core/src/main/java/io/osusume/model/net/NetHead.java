package io.osusume.model.net;

/// What stands above the embeddings: dense(1), batch normalisation, sigmoid. Six numbers.
///
/// @param kernel weight of the cosine
/// @param bias added to it; has no gradient, since batch normalisation takes any constant away again
/// @param gamma scale after normalisation
/// @param beta shift after normalisation
/// @param movingMean running mean of the dense layer's output, used for inference
/// @param movingVariance running variance of the same
record NetHead(double kernel, double bias, double gamma, double beta, double movingMean, double movingVariance) {
    /// Added to a variance before the root is taken: Keras' default.
    static final double EPSILON = 1e-3;

    /// The head of a net that has not learned anything.
    static NetHead initial(double kernel) {
        return new NetHead(kernel, 0, 1, 0, 0, 1);
    }

    /// The logit in inference mode, where the moving statistics stand for the batch's.
    double logit(double cosine) {
        return slope() * cosine + shift();
    }

    /// How much the logit rises with the cosine.
    double slope() {
        return gamma * kernel / Math.sqrt(movingVariance + EPSILON);
    }

    private double shift() {
        return gamma * (bias - movingMean) / Math.sqrt(movingVariance + EPSILON) + beta;
    }

    /// Binary cross-entropy of a logit against a target in [0, 1], without overflow.
    static double crossEntropy(double logit, double target) {
        return Math.max(logit, 0) - logit * target + Math.log(1 + Math.exp(-Math.abs(logit)));
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /// The head with the moving statistics brought nearer to a batch's.
    ///
    /// @param momentum share of the old statistics that stays
    NetHead moved(BatchNorm norm, double momentum) {
        return new NetHead(
                kernel,
                bias,
                gamma,
                beta,
                momentum * movingMean + (1 - momentum) * norm.mean(),
                momentum * movingVariance + (1 - momentum) * norm.variance());
    }

    boolean isFinite() {
        return Double.isFinite(kernel + bias + gamma + beta + movingMean + movingVariance);
    }

    float[] toArray() {
        return new float[] {
            (float) kernel, (float) bias, (float) gamma, (float) beta, (float) movingMean, (float) movingVariance
        };
    }

    static NetHead of(float[] numbers) {
        return new NetHead(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }
}
