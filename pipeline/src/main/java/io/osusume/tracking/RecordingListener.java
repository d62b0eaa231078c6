package io.osusume.tracking;

/// Hears of a run that is being recorded. Must return at once.
public interface RecordingListener {
    /// Hears nothing.
    RecordingListener SILENT = new RecordingListener() {};

    /// The folder of the run has something it had not.
    ///
    /// @param id of the run
    default void news(String id) {}

    /// Something could not be recorded; told once a run.
    default void trouble(String sentence) {}
}
