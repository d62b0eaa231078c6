package io.osusume.report;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.train.Epoch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One model's line in a report.
///
/// @param evaluation its figures; its name is the name in the report
/// @param trainingTime wall time of one training, or null if it was not trained in this run
/// @param settings by their public names
/// @param notes sentences for the reader
/// @param epochs what the training told, possibly nothing
/// @param seeds of the trainings the figures are the mean of; empty for a single training
public record ModelResult(
        Evaluation evaluation,
        @Nullable Duration trainingTime,
        SortedMap<String, String> settings,
        List<String> notes,
        List<Epoch> epochs,
        List<Long> seeds) {
    public ModelResult {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        notes = List.copyOf(notes);
        epochs = List.copyOf(epochs);
        seeds = List.copyOf(seeds);
    }

    /// The result of a single training.
    public ModelResult(
            Evaluation evaluation,
            @Nullable Duration trainingTime,
            SortedMap<String, String> settings,
            List<String> notes,
            List<Epoch> epochs) {
        this(evaluation, trainingTime, settings, notes, epochs, List.of());
    }

    /// The mean of trainings that differ in their seed alone: figures and training time are means, notes
    /// are those of any run, settings and epochs those of the first.
    ///
    /// @param runs one a seed, at least one
    /// @param seeds in the same order
    /// @throws IllegalArgumentException if there is no run, not a seed a run, or the runs do not
    ///     belong together
    public static ModelResult averaged(List<ModelResult> runs, List<Long> seeds, Bootstrap bootstrap) {
        if (runs.size() != seeds.size()) {
            throw new IllegalArgumentException(
                    "an average over seeds needs a seed a run, were " + runs.size() + " runs and seeds " + seeds);
        }
        Evaluation mean =
                Evaluation.averaged(runs.stream().map(ModelResult::evaluation).toList(), bootstrap);
        long[] nanos = runs.stream()
                .map(ModelResult::trainingTime)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toNanos)
                .toArray();
        ModelResult first = runs.getFirst();
        return new ModelResult(
                mean,
                nanos.length == 0
                        ? null
                        : Duration.ofNanos(java.util.Arrays.stream(nanos).sum() / nanos.length),
                first.settings(),
                runs.stream().flatMap(run -> run.notes().stream()).distinct().toList(),
                first.epochs(),
                seeds);
    }

    /// The name in the report.
    public String name() {
        return evaluation.model();
    }
}
