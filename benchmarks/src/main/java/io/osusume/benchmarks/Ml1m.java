package io.osusume.benchmarks;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.data.RatingScale;
import io.osusume.kernel.Threads;
import io.osusume.model.Ranking;
import io.osusume.model.Recommender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/// MovieLens-1M as LightGCN, UltraGCN and their successors split it, and their protocol: every user is in
/// training, all items the user does not have there are ranked, `Recall@20 = hits / held-out` and NDCG@20 has
/// a binary gain and its ideal over min(20, held-out).
///
/// It owns its arrays.
final class Ml1m {
    private static final int N = 20;

    /// Means over the users with something held out.
    record Figures(double recall, double ndcg) {}

    private final Interactions training;
    private final int[][] heldOut; // ascending, one list a user

    private Ml1m(Interactions training, int[][] heldOut) {
        this.training = training;
        this.heldOut = heldOut;
    }

    /// Reads `train.txt.gz` and `test.txt.gz`, each line `user item item ...`.
    ///
    /// @throws IOException if a file cannot be read or a line is not made of numbers
    static Ml1m read(Path folder) throws IOException {
        int[][] train = lists(folder.resolve("train.txt.gz"));
        int[][] test = lists(folder.resolve("test.txt.gz"));
        int users = Math.max(train.length, test.length);
        int items = 1 + Math.max(largest(train), largest(test));
        int[][] heldOut = new int[users][];
        for (int user = 0; user < users; user++) {
            heldOut[user] = user < test.length ? test[user] : new int[0];
        }
        return new Ml1m(interactions(train, users, items), heldOut);
    }

    private static int[][] lists(Path file) throws IOException {
        List<int[]> lists = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                int[] numbers;
                try {
                    numbers = Arrays.stream(line.strip().split(" +"))
                            .mapToInt(Integer::parseInt)
                            .toArray();
                } catch (NumberFormatException notANumber) {
                    throw new IOException(
                            file.getFileName() + " line " + number + " must be a user and items, all numbers",
                            notANumber);
                }
                while (lists.size() <= numbers[0]) {
                    lists.add(new int[0]);
                }
                lists.set(
                        numbers[0],
                        Arrays.stream(numbers).skip(1).sorted().distinct().toArray());
            }
        }
        return lists.toArray(int[][]::new);
    }

    private static int largest(int[][] lists) {
        return Arrays.stream(lists).flatMapToInt(Arrays::stream).max().orElse(-1);
    }

    private static Interactions interactions(int[][] lists, int users, int items) {
        InteractionsBuilder builder = new InteractionsBuilder(users, items, RatingScale.SCORED_ONLY);
        for (int user = 0; user < lists.length; user++) {
            for (int item : lists[user]) {
                builder.add(user, item, 0);
            }
        }
        return builder.build();
    }

    /// For choosing settings: a part of the training entries held out in place of the test's, which are not
    /// looked at.
    ///
    /// @param share of each user's training entries, in (0, 1)
    Ml1m tuning(double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] kept = new int[training.userCount()][];
        int[][] apart = new int[training.userCount()][];
        for (int user = 0; user < kept.length; user++) {
            int[] items = training.profile(user).items();
            int count = items.length < 2 ? 0 : Math.max(1, (int) Math.round(items.length * share));
            RandomOrder.shuffleStart(items, items.length, count, random);
            apart[user] = Arrays.stream(items, 0, count).sorted().toArray();
            kept[user] = Arrays.copyOfRange(items, count, items.length);
        }
        return new Ml1m(interactions(kept, kept.length, training.itemCount()), apart);
    }

    Interactions training() {
        return training;
    }

    /// How well a model trained on [#training()] finds what is held out.
    Figures evaluate(Recommender model, Threads threads) {
        double[] recalls = new double[heldOut.length];
        double[] ndcgs = new double[heldOut.length];
        threads.run(heldOut.length, user -> {
            if (heldOut[user].length > 0) {
                float[] scores = new float[training.itemCount()];
                model.score(user, scores);
                Profile seen = training.profile(user);
                judge(Ranking.best(scores, seen, N), user, recalls, ndcgs);
            }
        });
        long judged = Arrays.stream(heldOut).filter(items -> items.length > 0).count();
        return new Figures(
                Arrays.stream(recalls).sum() / judged, Arrays.stream(ndcgs).sum() / judged);
    }

    private void judge(Ranking ranking, int user, double[] recalls, double[] ndcgs) {
        int hits = 0;
        double gain = 0;
        double ideal = 0;
        for (int rank = 0; rank < N; rank++) {
            double discount = Math.log(2) / Math.log(rank + 2);
            if (rank < ranking.size() && Arrays.binarySearch(heldOut[user], ranking.index(rank)) >= 0) {
                hits++;
                gain += discount;
            }
            ideal += rank < heldOut[user].length ? discount : 0;
        }
        recalls[user] = (double) hits / heldOut[user].length;
        ndcgs[user] = gain / ideal;
    }
}
