package io.osusume.model.edlae;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.ClosedForm;
import io.osusume.model.ItemGroups;
import io.osusume.model.ItemWeights;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The [ClosedForm] with an L2 penalty that grows with an item's users: `constant + p / (1 - p) *
/// users`, which is what training on lists with random entries dropped with probability `p` comes to in
/// the limit.
///
/// Source: Steck, Autoencoders that don't overfit towards the Identity (2020).
///
/// @param constant in users, more than 0
/// @param dropout the probability `p`, in [0, 1)
/// @param strongest how much strong single reasons count beside the sum of all (see [Edlae]), in [0,
///     10]
/// @param groups items that belong together, which count as made-up users beside the real ones
public record EdlaeTrainer(double constant, double dropout, double strongest, ItemGroups groups)
        implements Trainer<Edlae> {
    public EdlaeTrainer {
        if (!(constant > 0 && constant < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("constant must be more than 0, was " + constant);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), was " + dropout);
        }
        if (!(strongest >= 0 && strongest <= 10)) {
            throw new IllegalArgumentException("strongest must be in [0, 10], was " + strongest);
        }
    }

    /// A trainer that counts real users alone.
    public EdlaeTrainer(double constant, double dropout, double strongest) {
        this(constant, dropout, strongest, ItemGroups.NONE);
    }

    /// The settings found best on the validation users of a split of 5,000 real lists: NDCG@10 .613, where
    /// `(60, .25, .5)` has .595 and the linear score alone, at its own best settings, .561. The optimum is
    /// flat.
    public static EdlaeTrainer defaults() {
        return new EdlaeTrainer(15, 0.4, 0.8);
    }

    @Override
    public String name() {
        return Edlae.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of(
                "groups", Integer.toString(groups.size()),
                "group-weight", Double.toString(groups.weight()),
                "constant", Double.toString(constant),
                "dropout", Double.toString(dropout),
                "strongest", Double.toString(strongest)));
    }

    @Override
    public Edlae train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        return new Edlae(
                training,
                ClosedForm.solve(Edlae.NAME, training, penalties(training), groups, kernels, listener),
                strongest);
    }

    /// Trains on co-occurrences that are counted already.
    ///
    /// @param counts what [io.osusume.model.Cooccurrences#matrix] gave for them; becomes the model's own
    public Edlae train(Interactions training, float[] counts, Kernels kernels, TrainingListener listener) {
        return new Edlae(
                training,
                ClosedForm.solve(
                        Edlae.NAME, training.itemCount(), counts, penalties(training), groups, kernels, listener),
                strongest);
    }

    private float[] penalties(Interactions training) {
        double[] users = groups.users(training);
        float[] penalties = new float[users.length];
        for (int item = 0; item < users.length; item++) {
            penalties[item] = (float) (constant + dropout / (1 - dropout) * users[item]);
        }
        return penalties;
    }

    @Override
    public Edlae restore(Tensors state, TrainingData data, Kernels kernels) {
        return Edlae.of(state, data.interactions(), ItemWeights.of(state, data.interactions(), kernels.vectors()));
    }
}
