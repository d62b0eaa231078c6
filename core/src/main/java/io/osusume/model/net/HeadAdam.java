package io.osusume.model.net;

/// Adam for the head's three weights that have a gradient: kernel, gamma, beta.
final class HeadAdam {
    private final double[] firstMoments = new double[3];
    private final double[] secondMoments = new double[3];

    /// The head after one step; moving statistics as they were.
    ///
    /// @param rate learning rate with both bias corrections
    NetHead step(NetHead head, Backward gradient, double rate) {
        return new NetHead(
                head.kernel() - move(0, gradient.kernel(), rate),
                head.bias(),
                head.gamma() - move(1, gradient.gamma(), rate),
                head.beta() - move(2, gradient.beta(), rate),
                head.movingMean(),
                head.movingVariance());
    }

    private double move(int which, double gradient, double rate) {
        firstMoments[which] += (gradient - firstMoments[which]) * (1 - AdamClock.BETA_1);
        secondMoments[which] += (gradient * gradient - secondMoments[which]) * (1 - AdamClock.BETA_2);
        return rate * firstMoments[which] / (Math.sqrt(secondMoments[which]) + AdamClock.EPSILON);
    }
}
