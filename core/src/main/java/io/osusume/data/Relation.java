package io.osusume.data;

/// A link of a franchise: `to` is the sequel, side story, ... of `from`.
///
/// @param from MyAnimeList id
/// @param to MyAnimeList id
public record Relation(long from, Kind kind, long to) {
    /// What `to` is to `from`.
    public enum Kind {
        SEQUEL,
        SIDE_STORY,
        ALTERNATIVE,
        SPIN_OFF,
        SUMMARY
    }
}
