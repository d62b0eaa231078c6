package io.osusume.train;

import io.osusume.model.Recommender;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A model and how it came to be.
///
/// @param settings all settings of the trainer by their public names
/// @param trainSeconds wall time
/// @param epochs metrics of each epoch, empty for models that have none
/// @param notes what a reader of the report should know, in plain words
public record TrainedModel<M extends Recommender>(
        M model, SortedMap<String, String> settings, double trainSeconds, List<Epoch> epochs, List<String> notes) {
    public TrainedModel {
        settings = new TreeMap<>(settings);
        epochs = List.copyOf(epochs);
        notes = List.copyOf(notes);
    }

    /// Metrics of one epoch by name.
    ///
    /// @param number counts from 1
    public record Epoch(int number, SortedMap<String, Double> metrics) {
        public Epoch {
            metrics = new TreeMap<>(metrics);
        }
    }
}
