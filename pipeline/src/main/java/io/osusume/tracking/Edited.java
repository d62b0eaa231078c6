package io.osusume.tracking;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// A run with one part exchanged.
record Edited(Run run) {
    Edited parameters(SortedMap<String, String> all) {
        return with(all, run.data(), run.artifacts(), run.tags(), run.notes());
    }

    Edited data(SortedMap<String, String> all) {
        return with(run.parameters(), all, run.artifacts(), run.tags(), run.notes());
    }

    Edited artifacts(List<RunArtifact> all) {
        return with(run.parameters(), run.data(), all, run.tags(), run.notes());
    }

    Edited tags(List<String> all) {
        return with(run.parameters(), run.data(), run.artifacts(), all, run.notes());
    }

    Edited notes(List<String> all) {
        return with(run.parameters(), run.data(), run.artifacts(), run.tags(), all);
    }

    Edited ended(RunStatus status, String failure, SortedMap<String, Double> figures) {
        return new Edited(new Run(
                run.id(),
                run.command(),
                run.model(),
                run.parent(),
                status,
                run.started(),
                Instant.now(),
                failure,
                run.code(),
                run.data(),
                run.host(),
                run.parameters(),
                figures,
                run.artifacts(),
                run.tags(),
                run.notes()));
    }

    private Edited with(
            SortedMap<String, String> parameters,
            SortedMap<String, String> data,
            List<RunArtifact> artifacts,
            List<String> tags,
            List<String> notes) {
        return new Edited(new Run(
                run.id(),
                run.command(),
                run.model(),
                run.parent(),
                run.status(),
                run.started(),
                run.ended(),
                run.failure(),
                run.code(),
                data,
                run.host(),
                parameters,
                run.figures(),
                artifacts,
                tags,
                notes));
    }
}
