package io.osusume.understand;

import java.util.List;

/// What was asked before, and what was shown: a follow-up changes the one and points at the other.
///
/// @param shown the ids of the titles in the order they were shown; empty if the answer was none
public record Turn(Request request, List<Long> shown) {
    public Turn {
        shown = List.copyOf(shown);
    }
}
