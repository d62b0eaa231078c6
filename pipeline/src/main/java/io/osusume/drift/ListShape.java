package io.osusume.drift;

import java.util.Arrays;

/// What is counted of one list: nothing in it names a title or a fan.
///
/// The arrays are owned by who makes it and read at once, not kept.
///
/// @param length entries, known and unknown ones
/// @param unknown entries of titles the model does not know
/// @param scores how many entries have each score, by score; index 0 for not scored; 11 numbers
/// @param members of the site who have each known title, in any order
@SuppressWarnings("ArrayRecordComponent") // a message that is read once and thrown away
public record ListShape(int length, int unknown, int[] scores, int[] members) {
    /// How many numbers `scores` has.
    public static final int SCORES = 11;

    public ListShape {
        if (scores.length != SCORES || Arrays.stream(scores).sum() != length || members.length + unknown != length) {
            throw new IllegalArgumentException("a shape must fit its length " + length + ", had "
                    + Arrays.stream(scores).sum() + " scores, " + members.length + " known and " + unknown
                    + " unknown titles");
        }
    }
}
