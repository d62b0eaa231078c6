package io.osusume.ingest;

import io.osusume.ratings.BadRowPolicy;
import java.util.OptionalLong;

/// What an ingest takes and what it refuses.
///
/// @param maxRows rows of `animelist.csv` to take, the first ones; empty takes all. Other files are taken whole
/// @param badRows how many bad rows `animelist.csv` may have
/// @param maxFileBytes how large one unpacked file may be: the guard against archives that explode
/// @param download how addresses are read
public record IngestSettings(OptionalLong maxRows, BadRowPolicy badRows, long maxFileBytes, DownloadSettings download) {
    /// 5,000,000 rows, no bad row, 20 GiB a file.
    public static final IngestSettings DEFAULTS = new IngestSettings(
            OptionalLong.of(5_000_000), BadRowPolicy.NONE_ALLOWED, 20L << 30, DownloadSettings.DEFAULTS);

    public IngestSettings {
        if (maxRows.isPresent() && maxRows.getAsLong() < 1) {
            throw new IllegalArgumentException("ingest.limit must be at least 1 or none, was " + maxRows.getAsLong());
        }
        if (maxFileBytes < 1) {
            throw new IllegalArgumentException("ingest.max-file-bytes must be at least 1, was " + maxFileBytes);
        }
    }

    public IngestSettings withMaxRows(OptionalLong rows) {
        return new IngestSettings(rows, badRows, maxFileBytes, download);
    }

    public IngestSettings withBadRows(BadRowPolicy policy) {
        return new IngestSettings(maxRows, policy, maxFileBytes, download);
    }

    public IngestSettings withMaxFileBytes(long bytes) {
        return new IngestSettings(maxRows, badRows, bytes, download);
    }

    public IngestSettings withDownload(DownloadSettings settings) {
        return new IngestSettings(maxRows, badRows, maxFileBytes, settings);
    }
}
