package io.osusume.report;

import io.osusume.evaluation.Evaluation;
import io.osusume.train.Epoch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One model's line in a report.
///
/// @param evaluation its figures; its name is the name in the report
/// @param trainingTime wall time, or null if it was not trained in this run
/// @param settings by their public names
/// @param notes sentences for the reader
/// @param epochs what the training told, possibly nothing
public record ModelResult(
        Evaluation evaluation,
        @Nullable Duration trainingTime,
        SortedMap<String, String> settings,
        List<String> notes,
        List<Epoch> epochs) {
    public ModelResult {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        notes = List.copyOf(notes);
        epochs = List.copyOf(epochs);
    }

    /// The name in the report.
    public String name() {
        return evaluation.model();
    }
}
