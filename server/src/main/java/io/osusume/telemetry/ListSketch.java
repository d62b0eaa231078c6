package io.osusume.telemetry;

/// What may be counted of a list somebody asks with: nothing in it names a title or a fan. The arrays
/// are read at once and not kept.
///
/// @param length entries
/// @param unknown those of titles the model does not know
/// @param scores how many entries have each score, by score; index 0 for not scored; 11 numbers
/// @param members of the site who have each known title, in any order
@SuppressWarnings("ArrayRecordComponent") // a message that is read once and thrown away
public record ListSketch(int length, int unknown, int[] scores, int[] members) {
    /// How many numbers `scores` has.
    public static final int SCORES = 11;
}
