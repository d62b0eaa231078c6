package io.osusume.model.ease;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.ClosedForm;
import io.osusume.model.ItemGroups;
import io.osusume.model.ItemWeights;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The [ClosedForm] with the same L2 penalty for every item.
///
/// Source: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
///
/// @param regularization in users, more than 0
public record EaseTrainer(double regularization) implements Trainer<Ease> {
    public EaseTrainer {
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularization must be more than 0, was " + regularization);
        }
    }

    /// The regularization found best on lists of some thousand users.
    public static EaseTrainer defaults() {
        return new EaseTrainer(100);
    }

    @Override
    public String name() {
        return Ease.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of("regularization", Double.toString(regularization)));
    }

    @Override
    public Ease train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        float[] penalties = new float[training.itemCount()];
        Arrays.fill(penalties, (float) regularization);
        return new Ease(training, ClosedForm.solve(Ease.NAME, training, penalties, ItemGroups.NONE, kernels, listener));
    }

    @Override
    public Ease restore(Tensors state, TrainingData data, Kernels kernels) {
        return new Ease(data.interactions(), ItemWeights.of(state, data.interactions(), kernels.vectors()));
    }
}
