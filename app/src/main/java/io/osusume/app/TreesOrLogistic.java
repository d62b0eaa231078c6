package io.osusume.app;

import io.osusume.boosting.BoostedTreesSettings;
import io.osusume.boosting.BoostedTreesTrainer;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.model.rank.LogisticTrainer;
import io.osusume.model.rank.Ranker;
import io.osusume.model.rank.RankerRows;
import io.osusume.model.rank.RankerTrainer;
import io.osusume.natives.LightGbmLibrary;
import io.osusume.natives.OpenBlasLibrary;
import java.util.SortedMap;

/// Boosted trees, or the logistic ranker where LightGBM cannot be loaded, which the model's notes then say. The library
/// is looked for when something of the ranker is first asked: commands that only read models need none.
record TreesOrLogistic(BoostedTreesSettings trees, LogisticTrainer logistic) implements RankerTrainer {
    /// Loaded once a program.
    private static final class Library {
        private static final LightGbmLibrary LIGHT_GBM = LightGbmLibrary.load(OpenBlasLibrary.defaultCache());
    }

    private RankerTrainer chosen() {
        return Library.LIGHT_GBM
                .symbols()
                .<RankerTrainer>map(symbols -> new BoostedTreesTrainer(symbols, trees))
                .orElse(logistic);
    }

    @Override
    public String name() {
        return chosen().name();
    }

    @Override
    public SortedMap<String, String> settings() {
        return chosen().settings();
    }

    @Override
    public Ranker train(RankerRows rows, long seed, Threads threads, TrainingListener listener) {
        Library.LIGHT_GBM
                .problem()
                .ifPresent(problem ->
                        listener.note("a " + logistic.name() + " ranker steps in for boosted trees: " + problem));
        return chosen().train(rows, seed, threads, listener);
    }
}
