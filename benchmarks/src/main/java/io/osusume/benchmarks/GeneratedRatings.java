package io.osusume.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.SplittableRandom;

/// A made-up `animelist.csv` shaped like the real one of 2020: five columns, users ascending, the rows of a user in no
/// order of items and never twice the same, popular titles first served, 45% of the rows without a score.
///
/// List lengths are log-normal with a mean of 335 and a spread that puts 65% of the rows into lists of 400 and more,
/// as in the real file.
final class GeneratedRatings {
    /// The rows of the real file.
    static final long REAL_ROWS = 109_224_747;

    private static final int REAL_USERS = 325_772;
    private static final int LAST_USER_ID = 353_404;
    private static final int ITEMS = 17_562;
    private static final int LAST_ITEM_ID = 48_456;
    private static final double LOG_MEAN = 5.199;
    private static final double LOG_DEVIATION = 1.11;
    private static final double POPULARITY = 3; // exponent: how far popular titles are ahead
    private static final String RATINGS = "0000000000000000001234556667777788888999";
    private static final String HEADER = "user_id,anime_id,rating,watching_status,watched_episodes\n";

    private final SplittableRandom random;
    private final byte[] line = new byte[64];
    private int length;

    private GeneratedRatings(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// Writes a file of so many rows, unless it is there already.
    static void write(Path file, long rows, long seed) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 20)) {
            new GeneratedRatings(seed).write(out, rows);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(OutputStream out, long rows) throws IOException {
        int users = (int) Math.max(1, Math.round((double) REAL_USERS * rows / REAL_ROWS));
        int[] lengths = lengths(users, rows);
        int[] itemIds = random.ints(1, LAST_ITEM_ID + 1).distinct().limit(ITEMS).toArray(); // by popularity
        out.write(HEADER.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (int user = 0; user < users; user++) {
            long userId = (long) user * LAST_USER_ID / users;
            int size = lengths[user];
            int rank = -1;
            for (int k = 0; k < size; k++) {
                int drawn = (int) (ITEMS * Math.pow((k + random.nextDouble()) / size, POPULARITY));
                rank = Math.min(Math.max(rank + 1, drawn), ITEMS - (size - k));
                row(out, userId, itemIds[rank]);
            }
        }
    }

    private int[] lengths(int users, long rows) {
        double[] drawn = new double[users];
        Arrays.setAll(drawn, _ -> Math.exp(LOG_MEAN + LOG_DEVIATION * random.nextGaussian()));
        double low = 0;
        double high = 100;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (sum(drawn, middle) < rows) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int[] lengths = new int[users];
        for (int user = 0; user < users; user++) {
            lengths[user] = rounded(drawn[user] * low);
        }
        long missing = rows - Arrays.stream(lengths).asLongStream().sum();
        for (int user = 0; missing > 0; user = (user + 1) % users) {
            if (lengths[user] < ITEMS) {
                lengths[user]++;
                missing--;
            }
        }
        return lengths;
    }

    private static long sum(double[] drawn, double factor) {
        long sum = 0;
        for (double value : drawn) {
            sum += rounded(value * factor);
        }
        return sum;
    }

    private static int rounded(double length) {
        return (int) Math.clamp(Math.floor(length), 1, ITEMS / 2);
    }

    private void row(OutputStream out, long userId, long itemId) throws IOException {
        length = 0;
        number(userId, ',');
        number(itemId, ',');
        long bits = random.nextLong();
        int rating = RATINGS.charAt((int) (((bits & 0xFFFF) * RATINGS.length()) >>> 16)) - '0';
        number(rating == 9 && (bits & 1) == 0 ? 10 : rating, ',');
        number(1 + ((bits >>> 16) & 0xFF) % 6, ',');
        number(((bits >>> 24) & 0xFF) % 27, '\n');
        out.write(line, 0, length);
    }

    private void number(long value, char after) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int k = digits - 1; k >= 0; k--) {
            line[length + k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        line[length++] = (byte) after;
    }
}
