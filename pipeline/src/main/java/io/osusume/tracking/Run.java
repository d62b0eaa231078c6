package io.osusume.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of one run, as `run.json` says it; the metrics of its steps stand beside it ([RunMetrics]).
///
/// @param id unique and in the order of their beginnings: `20261128-221500-train-ease-3f2a`
/// @param command what was done: `train`, `tune`, `evaluate`, `pipeline`
/// @param model the family it is about, empty if it is about none or several
/// @param parent the run this one is a part of, null if it stands alone
/// @param ended null as long as it is running, and for ever if it was killed
/// @param failure why it failed, empty if it did not
/// @param code the version of the program, with the commit
/// @param data name of what it worked on, with the hash
/// @param parameters all settings of what was run, by their public names
/// @param figures the last value of each metric; filled in when the run ends
/// @param tags words for finding it
/// @param notes sentences it told
public record Run(
        String id,
        String command,
        String model,
        @Nullable String parent,
        RunStatus status,
        Instant started,
        @Nullable Instant ended,
        String failure,
        String code,
        SortedMap<String, String> data,
        HostFacts host,
        SortedMap<String, String> parameters,
        SortedMap<String, Double> figures,
        List<RunArtifact> artifacts,
        List<String> tags,
        List<String> notes) {
    public Run {
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        artifacts = List.copyOf(artifacts);
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
    }

    /// How long it took, or has taken so far.
    ///
    /// @param now counts for a run that has not ended
    public Duration time(Instant now) {
        return Duration.between(started, ended == null ? now : ended);
    }

    Run as(RunStatus found, SortedMap<String, Double> measured) {
        return new Run(
                id,
                command,
                model,
                parent,
                found,
                started,
                ended,
                failure,
                code,
                data,
                host,
                parameters,
                measured,
                artifacts,
                tags,
                notes);
    }
}
