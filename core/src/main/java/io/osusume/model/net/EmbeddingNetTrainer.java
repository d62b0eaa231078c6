package io.osusume.model.net;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import java.util.SortedMap;
import java.util.TreeMap;

/// Trains the net of the system this project replaces; its two recipes are [#original()] and
/// [#corrected()].
///
/// Embeddings of users and items, the cosine of the two, dense(1), batch normalisation, sigmoid; binary
/// cross-entropy against the scaled rating; Adam. After every epoch the loss on rows set apart decides
/// which weights are kept and when to stop, as Keras' `EarlyStopping(restore_best_weights=True)` does.
///
/// @param name the word on the command line
/// @param embeddingSize numbers an embedding, in [1, 4096]
/// @param epochs passes over the rows at most, at least 1
/// @param batchSize rows a step of Adam, at least 1
/// @param schedule learning rate an epoch
/// @param adamRule what Adam does with rows that stand several times in a batch
/// @param batchNormMomentum share of the moving statistics that stays at each batch, in [0, 1); Keras
///     has .99
/// @param unscored what becomes of rows that are watched but not scored
/// @param validationRows rows set apart for the validation loss; with under ten times as many rows, a
///     tenth of them
/// @param patience epochs without a better validation loss after which training stops, at least 1
/// @param seed of initial weights and orders
public record EmbeddingNetTrainer(
        String name,
        int embeddingSize,
        int epochs,
        int batchSize,
        LearningRateSchedule schedule,
        AdamRule adamRule,
        double batchNormMomentum,
        UnscoredRows unscored,
        int validationRows,
        int patience,
        long seed)
        implements Trainer<EmbeddingNet> {
    public EmbeddingNetTrainer {
        atLeastOne("epochs", epochs);
        atLeastOne("batch-size", batchSize);
        atLeastOne("validation-rows", validationRows);
        atLeastOne("patience", patience);
        if (embeddingSize < 1 || embeddingSize > 4096) {
            throw new IllegalArgumentException("embedding-size must be in [1, 4096], was " + embeddingSize);
        }
        if (!(batchNormMomentum >= 0 && batchNormMomentum < 1)) {
            throw new IllegalArgumentException("batch-norm-momentum must be in [0, 1), was " + batchNormMomentum);
        }
    }

    private static void atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + number);
        }
    }

    /// The original to the letter, its mistakes included: unscored rows are trained as the worst
    /// rating, and the learning rate starts so low beside the moving variance's warm-up that the first
    /// epoch validates best. On real data it stops after epoch 4 and keeps epoch 1: a net that has
    /// learned next to nothing.
    public static EmbeddingNetTrainer original() {
        return new EmbeddingNetTrainer(
                "net-original",
                128,
                20,
                10_000,
                LearningRateSchedule.original(),
                AdamRule.SUM_OF_SQUARES,
                .99,
                UnscoredRows.AS_ZERO,
                1_000,
                3,
                43);
    }

    /// The recipe that learns: the same net with a rate a hundred times as high whose minimum lies
    /// below its maximum, and without the unscored rows.
    ///
    /// Chosen on the validation users of `mal-5000`, whose lists are folded in (NDCG@10, then the
    /// absolute error of held-out scores): this one .102 and .119; the same with unscored rows as the
    /// worst rating .079 and .133; a constant rate of 5e-3 .078 and .120; up to 1e-2 and quickly down
    /// .078 and .114; the original .003 and .285. The faster ones have the lower validation loss (.541
    /// against .572) but rank worse, and ranking is what it is for. Popularity ranks better than all of
    /// them: a net that predicts ratings does not know what is watched.
    public static EmbeddingNetTrainer corrected() {
        return new EmbeddingNetTrainer(
                "net-corrected",
                128,
                20,
                10_000,
                new LearningRateSchedule(1e-5, 5e-3, 1e-5, 5, 0, .8),
                AdamRule.SUM_OF_SQUARES,
                .99,
                UnscoredRows.LEFT_OUT,
                10_000,
                3,
                43);
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("embedding-size", Integer.toString(embeddingSize));
        settings.put("epochs", Integer.toString(epochs));
        settings.put("batch-size", Integer.toString(batchSize));
        settings.put("learning-rate-start", Double.toString(schedule.start()));
        settings.put("learning-rate-max", Double.toString(schedule.max()));
        settings.put("learning-rate-min", Double.toString(schedule.min()));
        settings.put("learning-rate-ramp", Integer.toString(schedule.ramp()));
        settings.put("learning-rate-sustain", Integer.toString(schedule.sustain()));
        settings.put("learning-rate-decay", Double.toString(schedule.decay()));
        settings.put("adam-rule", adamRule.name());
        settings.put("batch-norm-momentum", Double.toString(batchNormMomentum));
        settings.put("unscored", unscored.name());
        settings.put("validation-rows", Integer.toString(validationRows));
        settings.put("patience", Integer.toString(patience));
        settings.put("seed", Long.toString(seed));
        return settings;
    }

    @Override
    public EmbeddingNet train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        NetWeights weights = new NetTraining(this, kernels, listener).run(training);
        return new EmbeddingNet(name, weights, unscored, training, kernels.vectors());
    }

    @Override
    public EmbeddingNet restore(Tensors state, TrainingData data, Kernels kernels) {
        return EmbeddingNet.restore(name, state, data.interactions(), kernels.vectors());
    }
}
