package io.osusume.train;

import io.osusume.model.Recommender;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model and how it came to be.
///
/// @param settings all settings of the trainer by their public names
/// @param trainingTime wall time
/// @param epochs metrics of each epoch, empty for models that have none
/// @param notes what a reader of the report should know, in plain words
public record TrainedModel<M extends Recommender>(
        M model, SortedMap<String, String> settings, Duration trainingTime, List<Epoch> epochs, List<String> notes) {
    public TrainedModel {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        epochs = List.copyOf(epochs);
        notes = List.copyOf(notes);
    }
}
