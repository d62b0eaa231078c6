package io.osusume.model.popularity;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts the users of every item; there is nothing to set.
public record PopularityTrainer() implements Trainer<Popularity> {
    @Override
    public String name() {
        return Popularity.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>();
    }

    @Override
    public Popularity train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        int[] counts = training.itemCounts();
        float[] users = new float[counts.length];
        for (int item = 0; item < counts.length; item++) {
            users[item] = counts[item];
        }
        return new Popularity(training, users);
    }

    @Override
    public Popularity restore(Tensors state, TrainingData data, Kernels kernels) {
        return new Popularity(
                data.interactions(),
                state.floats(Popularity.USERS, data.interactions().itemCount()));
    }
}
