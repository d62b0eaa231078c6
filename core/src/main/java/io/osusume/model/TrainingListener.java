package io.osusume.model;

import java.util.SortedMap;

/// Hears how a training goes on. Methods are called from the training thread and should return at once.
public interface TrainingListener {
    /// Hears nothing.
    TrainingListener SILENT = new TrainingListener() {};

    /// A long step has got so far.
    ///
    /// @param step what is being done, in a few words
    /// @param fraction done, in [0, 1]
    default void progress(String step, double fraction) {}

    /// Metrics of one epoch by name (`loss`, `mae`, `learning-rate`, ...).
    ///
    /// @param epoch counts from 1
    default void epoch(int epoch, SortedMap<String, Double> metrics) {}

    /// Something a reader of the report should know, in plain words.
    default void note(String sentence) {}
}
