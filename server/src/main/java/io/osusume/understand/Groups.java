package io.osusume.understand;

import java.util.regex.MatchResult;

/// The groups of a match whose alternatives each have one.
final class Groups {
    private Groups() {}

    /// The last group that took part.
    ///
    /// @throws IllegalArgumentException if none did
    static String last(MatchResult found) {
        for (int group = found.groupCount(); group >= 1; group--) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalArgumentException("no group took part in the match " + found.group());
    }

    /// The first group that took part.
    ///
    /// @throws IllegalArgumentException if none did
    static String first(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalArgumentException("no group took part in the match " + found.group());
    }
}
