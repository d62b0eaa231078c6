package io.osusume.assistant;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A question and its answer, as a profile keeps them.
///
/// @param said by the fan
/// @param answered each title as `[[id]]`
/// @param titles that tools had returned by then, by id
/// @param mode the word of it
/// @param proposals that were made
public record Turn(String said, String answered, Set<Long> titles, String mode, List<Proposal> proposals) {
    public Turn {
        titles = new TreeSet<>(titles);
        proposals = List.copyOf(proposals);
    }

    /// The turn of an answer.
    public static Turn of(String said, Answer answer) {
        return new Turn(
                said,
                answer.marked(),
                answer.titles(),
                answer.mode().name().toLowerCase(java.util.Locale.ROOT),
                answer.proposals());
    }

    /// As JSON, as it is stored.
    public String json() {
        return ToolJson.write(this);
    }

    /// Reads what [#json()] wrote.
    public static Turn read(String json) {
        return ToolJson.read(Turn.class, json);
    }
}
