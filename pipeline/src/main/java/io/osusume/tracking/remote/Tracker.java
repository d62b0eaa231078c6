package io.osusume.tracking.remote;

import io.osusume.tracking.MetricLine;
import io.osusume.tracking.Run;
import io.osusume.tracking.RunArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service that keeps runs. Each call is one thing to be kept; giving the same again changes nothing, but for metrics
/// and
/// for [#make(Run)], of which [Delivery] therefore asks first whether they are there when it is not sure.
public interface Tracker extends AutoCloseable {
    /// The word in file names and messages: `comet`, `mlflow`.
    String name();

    /// Where it is, for messages.
    String address();

    /// The service's id of a run that an earlier [#make(Run)] may have made.
    Optional<String> find(Run run) throws TrackerException, InterruptedException;

    /// Makes a run there.
    ///
    /// @return the service's id of it
    String make(Run run) throws TrackerException, InterruptedException;

    /// Gives a parameter, data version, code version and host facts as they are now.
    ///
    /// @param changed what of [#words(Run)] is new or has another value
    void words(String id, Run run, Map<String, String> changed) throws TrackerException, InterruptedException;

    /// Everything said in words of a run, by a key that [#words(String, Run, Map)] understands.
    Map<String, String> words(Run run);

    /// How many metrics it takes in one call of [#metrics].
    int batch();

    /// Gives metrics, all of them finite.
    void metrics(String id, List<MetricLine> lines) throws TrackerException, InterruptedException;

    /// Those of the lines that are not there yet.
    List<MetricLine> missing(String id, List<MetricLine> lines) throws TrackerException, InterruptedException;

    /// Uploads a file.
    ///
    /// @param name by which it is known there, with slashes for folders
    void artifact(String id, RunArtifact artifact, String name, Path file)
            throws TrackerException, InterruptedException;

    /// Tells that a run has ended, and how.
    void end(String id, Run run) throws TrackerException, InterruptedException;

    @Override
    void close();
}
