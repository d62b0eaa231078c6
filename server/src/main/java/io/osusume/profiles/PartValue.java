package io.osusume.profiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a part of a profile holds.
///
/// @param status of an entry; of others the first one, which says nothing
/// @param score of an entry; 0 for others
/// @param at when it was last changed, whole milliseconds; the epoch for a setting
/// @param text of a setting; empty for others
public record PartValue(EntryStatus status, int score, Instant at, String text) {
    static PartValue entry(EntryStatus status, int score, Instant at) {
        return new PartValue(status, score, at, "");
    }

    static PartValue mark(Instant at) {
        return new PartValue(EntryStatus.WATCHED, 0, at, "");
    }

    static PartValue setting(String text) {
        return new PartValue(EntryStatus.WATCHED, 0, Instant.EPOCH, text);
    }

    /// True if the fan sees no difference: all but the moment is the same, or neither is there.
    static boolean lookAlike(@Nullable PartValue one, @Nullable PartValue other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.status == other.status && one.score == other.score && one.text.equals(other.text);
    }
}
