package io.osusume.model.content;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Ranking;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// Compares all items by their facts and keeps the nearest of each. Who has watched what plays no part.
///
/// What an item says about a neighbour is `similarity ^ sharpness`, divided by the [#CROWD] power of the sum over all
/// its neighbours: else an item with a hundred near doubles would speak a hundred times as loud as one that has few.
///
/// @param fields how much each kind of fact counts
/// @param neighbours how many of the most similar items each item speaks for, in [1, 1000]
/// @param sharpness the power of a similarity that is added, in [1, 20]: the higher, the more a single close
///     relative counts
public record ContentTrainer(FieldWeights fields, int neighbours, double sharpness) implements Trainer<Content> {
    /// Between 0, all neighbours speak up, and 1, every item says as much as any other. On half of the validation users
    /// of a split of 5,000 real lists .75 is the best: NDCG@10 .386, where .5 has .371 and 1 has .366.
    private static final double CROWD = 0.75;

    private static final int ITEMS_PER_TASK = 16;

    public ContentTrainer {
        if (neighbours < 1 || neighbours > 1000) {
            throw new IllegalArgumentException("neighbours must be in [1, 1000], was " + neighbours);
        }
        if (!(sharpness >= 1 && sharpness <= 20)) {
            throw new IllegalArgumentException("sharpness must be in [1, 20], was " + sharpness);
        }
    }

    /// The best that a search field by field found on the validation users of a split of 5,000 real lists, by the sum
    /// of NDCG@10 over all items and over cold items alone.
    public static ContentTrainer defaults() {
        return new ContentTrainer(new FieldWeights(1.4, 1, 0.7, 2, 1.4, 1, 2, 2.8, 1.4, 2), 100, 4.5);
    }

    @Override
    public String name() {
        return Content.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>(fields.settings());
        settings.put("neighbours", Integer.toString(neighbours));
        settings.put("sharpness", Double.toString(sharpness));
        return settings;
    }

    @Override
    public Content train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        int itemCount = training.itemCount();
        ItemVectors items = ItemVectors.of(data.facts(), fields, kernels.vectors());
        int[] nearest = new int[Math.multiplyExact(itemCount, neighbours)];
        float[] says = new float[nearest.length];
        Arrays.fill(nearest, Content.NONE);
        listener.progress("comparing items", 0);
        kernels.threads().run((itemCount + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK, task -> {
            float[] similarities = new float[itemCount];
            for (int item = task * ITEMS_PER_TASK; item < Math.min(itemCount, (task + 1) * ITEMS_PER_TASK); item++) {
                items.similarities(item, similarities);
                Ranking best = Ranking.best(similarities, new int[] {item}, neighbours);
                keep(best, item * neighbours, nearest, says);
            }
        });
        listener.progress("done", 1);
        return new Content(training, items, neighbours, nearest, says);
    }

    private void keep(Ranking best, int begin, int[] nearest, float[] says) {
        double sum = 0;
        int alike = 0;
        while (alike < best.size() && best.score(alike) > 0) {
            sum += Math.pow(best.score(alike++), sharpness);
        }
        for (int rank = 0; rank < alike; rank++) {
            nearest[begin + rank] = best.index(rank);
            says[begin + rank] = (float) (Math.pow(best.score(rank), sharpness) / Math.pow(sum, CROWD));
        }
    }

    @Override
    public Content restore(Tensors state, TrainingData data, Kernels kernels) {
        return Content.of(state, data.interactions(), neighbours, kernels.vectors());
    }
}
