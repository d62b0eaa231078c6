package io.osusume.telemetry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Is told what a server does, by those who do it. Called by many threads at once, each about its own
/// work; it must be quick and never throw.
public interface Telemetry {
    /// Nobody watches.
    Telemetry NONE = new Telemetry() {
        @Override
        public Running begins(Work work) {
            return _ -> {};
        }

        @Override
        public void filtered(Map<String, Integer> byRule) {}

        @Override
        public boolean watches() {
            return false;
        }
    };

    /// Work begins on this thread; what begins before it has ended is part of it.
    Running begins(Work work);

    /// A page of recommendations was filled.
    ///
    /// @param byRule how many titles a filter took out that would have stood on it, by the filter's rule
    void filtered(Map<String, Integer> byRule);

    /// The first page of recommendations for a list was asked for.
    ///
    /// @param model the id of the version that answers
    default void listed(String model, ListSketch list) {}

    /// Whether anybody watches: what is only worked out to be told need not be where nobody does.
    default boolean watches() {
        return true;
    }

    /// Does some work and tells of it.
    ///
    /// @param why the word for a failure
    default <T> T watch(Work work, Supplier<T> task, Function<? super RuntimeException, String> why) {
        Running running = begins(work);
        Outcome outcome = new Outcome.Failed("error");
        try {
            T result = task.get();
            outcome = Outcome.DONE;
            return result;
        } catch (RuntimeException failed) {
            outcome = new Outcome.Failed(why.apply(failed));
            throw failed;
        } finally {
            running.ended(outcome);
        }
    }

    /// Tells all of them, the first one first; of the end the last one first.
    static Telemetry all(List<Telemetry> watchers) {
        return switch (watchers.size()) {
            case 0 -> NONE;
            case 1 -> watchers.getFirst();
            default -> new Several(watchers);
        };
    }
}
