package io.osusume.app;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.model.rank.Ranker;
import io.osusume.model.rank.RankerRows;
import io.osusume.model.rank.RankerTrainer;
import java.util.SortedMap;

/// A ranker trainer in the place of another that cannot work here; the model's notes say so.
///
/// @param problem why the other cannot, without a full stop
record SteppingIn(RankerTrainer trainer, String problem) implements RankerTrainer {
    @Override
    public String name() {
        return trainer.name();
    }

    @Override
    public SortedMap<String, String> settings() {
        return trainer.settings();
    }

    @Override
    public Ranker train(RankerRows rows, long seed, Threads threads, TrainingListener listener) {
        listener.note("a " + trainer.name() + " ranker steps in for boosted trees: " + problem);
        return trainer.train(rows, seed, threads, listener);
    }
}
