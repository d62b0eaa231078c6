package io.osusume.ingest;

import io.osusume.ratings.BadRow;
import java.util.List;

/// What became of the rows of one file.
///
/// @param read rows read from the source
/// @param kept rows written
/// @param bad rows left out because they are bad
/// @param firstBad the first of those
/// @param cut whether the source has more rows than were asked for
record CopiedRows(long read, long kept, long bad, List<BadRow> firstBad, boolean cut) {
    CopiedRows {
        firstBad = List.copyOf(firstBad);
    }
}
