package io.osusume.boosting;

import io.osusume.model.rank.RankerRows;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up rows: a normal feature, one that is missing in a third of rows, small counts, mostly zeros,
/// one that never changes, one with missing values only in some samples, both zeros.
final class SampleRows {
    static final List<String> NAMES = List.of("normal", "missing", "count", "sparse", "constant", "seldom", "sign");

    private final SplittableRandom random;

    SampleRows(long seed) {
        random = new SplittableRandom(seed);
    }

    float[] features(int count) {
        float[] rows = new float[count * NAMES.size()];
        for (int row = 0; row < rows.length; row += NAMES.size()) {
            rows[row] = (float) random.nextGaussian();
            rows[row + 1] = random.nextInt(3) == 0 ? Float.NaN : (float) random.nextGaussian();
            rows[row + 2] = random.nextInt(7);
            rows[row + 3] = random.nextInt(20) == 0 ? (float) random.nextDouble() : 0;
            rows[row + 4] = 3;
            rows[row + 5] = random.nextInt(1000) == 0 ? Float.NaN : (float) random.nextDouble();
            rows[row + 6] = switch (random.nextInt(4)) {
                case 0 -> -0f;
                case 1 -> 0f;
                case 2 -> -1e-38f;
                default -> (float) random.nextGaussian();
            };
        }
        return rows;
    }

    RankerRows rows(int count) {
        float[] features = features(count);
        RankerRows.Builder rows = new RankerRows.Builder(NAMES);
        for (int row = 0; row < count; row++) {
            int at = row * NAMES.size();
            double margin = 2 * features[at] + features[at + 2] - 3 + (Float.isNaN(features[at + 1]) ? 2 : 0);
            rows.add(features, at, random.nextDouble() < 1 / (1 + Math.exp(-2 * margin)));
        }
        return rows.build();
    }
}
