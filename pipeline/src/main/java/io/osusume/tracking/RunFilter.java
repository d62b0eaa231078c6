package io.osusume.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which runs are wanted; a part that is null or empty lets all through.
///
/// @param since not begun before
/// @param tags all of them
/// @param parameters by name, with the value it must have
public record RunFilter(
        @Nullable String command,
        @Nullable String model,
        @Nullable RunStatus status,
        @Nullable Instant since,
        List<String> tags,
        Map<String, String> parameters) {
    /// Every run.
    public static final RunFilter ALL = new RunFilter(null, null, null, null, List.of(), Map.of());

    public RunFilter {
        tags = List.copyOf(tags);
        parameters = Map.copyOf(parameters);
    }

    /// Whether a run is wanted.
    public boolean accepts(Run run) {
        return (command == null || command.equals(run.command()))
                && (model == null || model.equals(run.model()))
                && (status == null || status == run.status())
                && (since == null || !run.started().isBefore(since))
                && run.tags().containsAll(tags)
                && parameters.entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getValue().equals(run.parameters().get(wanted.getKey())));
    }
}
