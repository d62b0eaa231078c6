package io.osusume.profiles;

import java.time.Instant;

/// One title of a profile's list.
///
/// @param itemId the MyAnimeList id, positive
/// @param score 0 (not scored) to 10
/// @param updated when status or score last changed, whole milliseconds
public record ProfileEntry(long itemId, EntryStatus status, int score, Instant updated) {
    public ProfileEntry {
        Change.checkItem(itemId);
        Change.checkScore(score);
    }
}
