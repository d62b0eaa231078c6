package io.osusume.lists;

/// One title of a fan's list that has a name but no MyAnimeList id.
///
/// @param title not blank
/// @param score 0 (not scored) to 10
/// @param watchedEpisodes at least 0
public record NamedEntry(String title, int score, ListStatus status, int watchedEpisodes) {
    public NamedEntry {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        new ListEntry(1, title, score, status, watchedEpisodes); // the same rules
    }

    /// The same entry under an id.
    ///
    /// @param itemId the MyAnimeList id, positive
    public ListEntry withId(long itemId) {
        return new ListEntry(itemId, title, score, status, watchedEpisodes);
    }
}
