package io.osusume.lists;

/// One title of a fan's list.
///
/// @param itemId the MyAnimeList id, positive
/// @param title the name as the list gives it, perhaps empty
/// @param score 0 (not scored) to 10
/// @param watchedEpisodes at least 0
public record ListEntry(long itemId, String title, int score, ListStatus status, int watchedEpisodes) {
    public ListEntry {
        if (itemId < 1) {
            throw new IllegalArgumentException("itemId must be positive, was " + itemId);
        }
        if (score < 0 || score > 10) {
            throw new IllegalArgumentException("score must be in [0, 10], was " + score);
        }
        if (watchedEpisodes < 0) {
            throw new IllegalArgumentException("watchedEpisodes must not be negative, was " + watchedEpisodes);
        }
    }
}
