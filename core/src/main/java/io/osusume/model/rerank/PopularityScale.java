package io.osusume.model.rerank;

import java.util.stream.IntStream;

/// How popular each item is against all: the standard deviations its log number of users is above their mean. It owns
/// its array.
public final class PopularityScale {
    private final float[] deviations;

    private PopularityScale(float[] deviations) {
        this.deviations = deviations;
    }

    /// The scale of some items.
    ///
    /// @param users how many users each item has; read, not kept
    public static PopularityScale of(int[] users) {
        double[] logs =
                IntStream.of(users).mapToDouble(count -> Math.log1p(count)).toArray();
        double mean = IntStream.range(0, logs.length)
                .mapToDouble(k -> logs[k])
                .average()
                .orElse(0);
        double squares = 0;
        for (double log : logs) {
            squares += (log - mean) * (log - mean);
        }
        double deviation = squares == 0 ? 1 : Math.sqrt(squares / logs.length);
        float[] deviations = new float[logs.length];
        for (int item = 0; item < logs.length; item++) {
            deviations[item] = (float) ((logs[item] - mean) / deviation);
        }
        return new PopularityScale(deviations);
    }

    public int itemCount() {
        return deviations.length;
    }

    /// The standard deviations an item is above the mean.
    public float of(int item) {
        return deviations[item];
    }
}
