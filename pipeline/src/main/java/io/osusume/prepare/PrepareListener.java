package io.osusume.prepare;

/// Hears how a run of [Prepare] goes on. Methods may be called from several threads and should return at once.
public interface PrepareListener {
    /// Hears nothing.
    PrepareListener SILENT = new PrepareListener() {};

    /// A long step has got so far.
    ///
    /// @param step what is being done, in a few words
    /// @param fraction done, in [0, 1]
    default void progress(String step, double fraction) {}

    /// A step has ended.
    default void finished(PrepareReport.Step step) {}
}
