package io.osusume.franchise;

/// The entry of a franchise that a card shows.
///
/// @param item its index
public record EntryPoint(int item, Kind kind) {
    /// As what it is shown.
    public enum Kind {
        /// Where a line begins: "start here".
        START,

        /// The step that follows what was seen: "next for you".
        NEXT,

        /// A side story of what was seen.
        SIDE
    }
}
