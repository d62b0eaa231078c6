package io.osusume.model.twotower;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.kernel.Kernels;
import io.osusume.model.Ranking;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Lists set apart, a fifth of each hidden once and for all: what an epoch is judged by.
final class TowerValidation {
    private static final double HIDDEN = .2;
    private static final int DEPTH = 100;

    private final Interactions training;
    private final Kernels kernels;
    private final Profile[] shown;
    private final int[][] hidden;

    /// @param users lists of at least two entries
    TowerValidation(Interactions training, int[] users, SplittableRandom random, Kernels kernels) {
        this.training = training;
        this.kernels = kernels;
        shown = new Profile[users.length];
        hidden = new int[users.length][];
        for (int k = 0; k < users.length; k++) {
            int[] items = training.profile(users[k]).items();
            int count = Math.max(1, (int) Math.round(items.length * HIDDEN));
            RandomOrder.shuffleStart(items, items.length, count, random);
            hidden[k] = Arrays.copyOf(items, count);
            Arrays.sort(hidden[k]);
            shown[k] = Profile.ofItems(Arrays.copyOfRange(items, count, items.length));
        }
    }

    /// The mean over the lists of NDCG@100 of their hidden entries among all items they do not show.
    double ndcg(TowerWeights weights, double temperature) {
        TwoTowerNet net = TwoTowerNet.withoutUsers(weights, temperature, training, kernels);
        double[] values = new double[shown.length];
        kernels.threads().run(shown.length, list -> {
            Ranking ranking = net.recommend(shown[list], DEPTH);
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < DEPTH; rank++) {
                double discount = Math.log(2) / Math.log(rank + 2);
                boolean hit = rank < ranking.size() && Arrays.binarySearch(hidden[list], ranking.index(rank)) >= 0;
                gain += hit ? discount : 0;
                ideal += rank < hidden[list].length ? discount : 0;
            }
            values[list] = gain / ideal;
        });
        return Arrays.stream(values).average().orElseThrow();
    }
}
