package io.osusume.ratings;

/// Takes rating rows one at a time, in the order of the file.
@FunctionalInterface
public interface RatingSink {
    /// Takes one row.
    ///
    /// @param rating 0 (watched, not scored) to 10
    void rating(long userId, long itemId, int rating);
}
