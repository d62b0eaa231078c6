package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.stream.IntStream;

/// Moves a ranking towards popular items or towards hidden gems: an item's score, taken as log-odds, gets
/// `position * WEIGHT` more for each standard deviation its log number of users is above the mean of all items.
public final class PopularitySlider implements Reranker {
    /// Log-odds an end of the slider gives a standard deviation of popularity.
    private static final double WEIGHT = 2;

    private final float[] popularity;
    private final double position;

    /// @param users how many users each item has; read, not kept
    /// @param position in [-1, 1]: -1 hidden gems, 0 as scored, 1 popular
    /// @throws IllegalArgumentException if the position is out of its range
    public PopularitySlider(int[] users, double position) {
        if (!(position >= -1 && position <= 1)) {
            throw new IllegalArgumentException("popularity must be in [-1, 1], was " + position);
        }
        this.position = position;
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
        popularity = new float[logs.length];
        for (int item = 0; item < logs.length; item++) {
            popularity[item] = (float) ((logs[item] - mean) / deviation);
        }
    }

    @Override
    public Ranking rerank(Ranking ranking, Profile profile) {
        if (position == 0) {
            return ranking;
        }
        float[] moved = new float[popularity.length];
        java.util.Arrays.fill(moved, Float.NEGATIVE_INFINITY);
        for (int rank = 0; rank < ranking.size(); rank++) {
            int item = ranking.index(rank);
            moved[item] = (float) (ranking.score(rank) + position * WEIGHT * popularity[item]);
        }
        return Ranking.best(moved, new int[0], ranking.size());
    }
}
