package io.osusume.recommend;

/// One title a fan has watched.
///
/// @param itemId the MyAnimeList id
/// @param rating 0 (watched, not scored) to 10
public record RatedItem(long itemId, int rating) {
    public RatedItem {
        if (rating < 0 || rating > 10) {
            throw new IllegalArgumentException("rating must be in [0, 10], was " + rating);
        }
    }
}
