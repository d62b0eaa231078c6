package io.osusume.evaluation;

import java.util.OptionalDouble;

/// Mean self-information of the first `n` items: how surprising it is, in bits, that somebody has them.
///
/// ```
/// novelty@n = mean over the first n items of -log2(count / users)
/// ```
/// with the training counts. In [0, log2(users)]: 0 for items everybody has, 1 for items half of the
/// users have. An item no training user has counts as if one had it, since its information is not
/// bounded. An empty list or no training user: undefined.
///
/// Source: Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang, Solving the apparent diversity-accuracy dilemma
/// of recommender systems, 2010.
public final class Novelty implements ListMetric {
    /// The list length of the reports.
    public static final int REPORTED = 10;

    private final int n;
    private final int users;
    private final double[] bits;

    /// @param n list length, in [1, 100]
    /// @param counts how many training users have each item; read, not kept
    /// @param users how many training users there are
    public Novelty(int n, int[] counts, int users) {
        Metric.checkLength(n);
        this.n = n;
        this.users = users;
        this.bits = new double[counts.length];
        for (int item = 0; item < bits.length; item++) {
            bits[item] = -Math.log((double) Math.max(1, counts[item]) / users) / Math.log(2);
        }
    }

    @Override
    public String name() {
        return "novelty@" + n;
    }

    @Override
    public OptionalDouble of(int[] ranked) {
        int length = Math.min(n, ranked.length);
        if (length == 0 || users == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int rank = 0; rank < length; rank++) {
            sum += bits[ranked[rank]];
        }
        return OptionalDouble.of(sum / length + 0.0); // never -0
    }
}
