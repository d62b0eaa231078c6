package io.osusume.model.original;

import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.net.EmbeddingNetTrainer;
import java.util.SortedMap;
import java.util.TreeMap;

/// Trains the net behind [OriginalHybrid]; the rest is counting.
///
/// @param name the word on the command line
/// @param net how the net is trained
/// @param userWeight what a winner of the votes brings, more than 0; the original has .5
/// @param contentWeight what standing among the similar titles of a winner brings, more than 0; the
/// original has .5
public record OriginalHybridTrainer(String name, EmbeddingNetTrainer net, double userWeight, double contentWeight)
        implements Trainer<OriginalHybrid> {
    public OriginalHybridTrainer {
        require("user-weight", userWeight);
        require("content-weight", contentWeight);
    }

    private static void require(String setting, double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be more than 0, was " + weight);
        }
    }

    /// The original around a net of its recipe.
    ///
    /// @param net [EmbeddingNetTrainer#original()], or the same with other sizes
    public static OriginalHybridTrainer original(EmbeddingNetTrainer net) {
        return new OriginalHybridTrainer("hybrid-original", net, .5, .5);
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        net.settings().forEach((setting, value) -> settings.put("net." + setting, value));
        settings.put("user-weight", Double.toString(userWeight));
        settings.put("content-weight", Double.toString(contentWeight));
        return settings;
    }

    @Override
    public OriginalHybrid train(TrainingData data, Kernels kernels, TrainingListener listener) {
        return new OriginalHybrid(name, net.train(data, kernels, listener), data, userWeight, contentWeight);
    }

    @Override
    public OriginalHybrid restore(Tensors state, TrainingData data, Kernels kernels) {
        return new OriginalHybrid(
                name, net.restore(state.under(OriginalHybrid.NET), data, kernels), data, userWeight, contentWeight);
    }
}
