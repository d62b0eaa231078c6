package io.osusume.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("shared")
class RealIngestTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path place;

    @Test
    void theRealFilesPassWithAllTheirRows() throws IOException {
        assertEquals(List.of(17_562L, 16_214L, 5L), rows("data/mal-2020"));
        assertEquals(List.of(520_609L, 17_562L, 16_214L, 5L), rows("data/mal-5000/animelist.csv.gz"));
        assertEquals(List.of(99_999L, 17_562L, 16_214L, 5L), rows("data/rating-complete-100k/rating_complete.csv.gz"));
    }

    private List<Long> rows(String source) throws IOException {
        IngestReport report = Ingest.run(
                IngestSettings.DEFAULTS,
                SharedData.file(source).toString(),
                place.resolve("raw"),
                TrainingListener.SILENT,
                NOW);
        return report.files().stream().map(FileReport::rowsKept).toList();
    }
}
