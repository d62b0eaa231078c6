package io.osusume.boosting;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import io.osusume.model.rank.RankerRows;
import io.osusume.model.rank.RankerTrainer;
import io.osusume.model.rank.TreeEnsemble;
import java.lang.foreign.SymbolLookup;
import java.util.SortedMap;

/// Grows trees one after the other, each against the log loss that those before it leave.
///
/// Source: Ke and others, LightGBM: A Highly Efficient Gradient Boosting Decision Tree (2017).
public final class BoostedTreesTrainer implements RankerTrainer {
    private final LightGbm library;
    private final BoostedTreesSettings settings;

    /// @param symbols the functions of LightGBM, 4.x
    public BoostedTreesTrainer(SymbolLookup symbols, BoostedTreesSettings settings) {
        library = new LightGbm(symbols);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "trees";
    }

    @Override
    public SortedMap<String, String> settings() {
        return settings.byName();
    }

    @Override
    public TreeEnsemble train(RankerRows rows, long seed, Threads threads, TrainingListener listener) {
        if (rows.size() == 0) {
            throw new TrainingException("trees: at least 1 row is needed, found none");
        }
        listener.progress("reading rows", 0);
        try (LightGbm.Booster booster = library.booster(rows, parameters(seed, threads))) {
            int grown = 0;
            boolean more = true;
            while (more && grown < settings.trees()) {
                listener.progress("growing trees", (double) grown / settings.trees());
                more = booster.grow();
                grown++;
            }
            if (!more) {
                listener.note("trees: after " + (grown - 1) + " of " + settings.trees()
                        + " trees no split was left that helps");
            }
            listener.progress("done", 1);
            return TreeEnsemble.of(rows.features(), ModelText.trees(booster.model()));
        }
    }

    /// Sums are added in an order that does not depend on the threads (`deterministic`), by rows
    /// (`force_row_wise`) whatever the library would measure to be faster at the moment. Nothing is
    /// written to the console.
    String parameters(long seed, Threads threads) {
        return "objective=binary verbosity=-1 deterministic=true force_row_wise=true"
                + " num_threads=" + threads.count()
                + " seed=" + (int) ((seed ^ (seed >>> 32)) & Integer.MAX_VALUE)
                + " num_leaves=" + settings.leaves()
                + " learning_rate=" + settings.learningRate()
                + " min_data_in_leaf=" + settings.rowsPerLeaf()
                + " feature_fraction=" + settings.featureShare()
                + " bagging_fraction=" + settings.rowShare()
                + " bagging_freq=1"
                + " lambda_l2=" + settings.regularization()
                + " max_bin=" + settings.bins();
    }
}
