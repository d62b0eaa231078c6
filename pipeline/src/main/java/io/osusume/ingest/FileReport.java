package io.osusume.ingest;

import io.osusume.ratings.BadRow;
import java.util.List;

/// What became of one file.
///
/// @param name in the raw folder
/// @param source where it came from
/// @param rowsRead rows read from the source
/// @param rowsKept rows that lie in the raw folder
/// @param sizeBytes its size there
/// @param sha256 of its content there
/// @param badRows how many rows were left out as bad
/// @param firstBadRows the first of those; empty for a kept file
/// @param keptFromEarlier whether it comes from the earlier raw folder because the source does not have it
public record FileReport(
        String name,
        String source,
        long rowsRead,
        long rowsKept,
        long sizeBytes,
        String sha256,
        long badRows,
        List<BadRow> firstBadRows,
        boolean keptFromEarlier) {
    public FileReport {
        firstBadRows = List.copyOf(firstBadRows);
    }
}
