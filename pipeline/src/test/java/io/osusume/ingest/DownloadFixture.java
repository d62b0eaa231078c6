package io.osusume.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What the tests of downloads share: a raw folder, contents, and settings without long waits.
abstract class DownloadFixture {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final byte[] CONTENT = SampleFiles.manyRatings(40_000);
    static final byte[] OTHER = SampleFiles.manyRatings(30_000);
    static final int HALF = CONTENT.length / 2;

    @TempDir
    Path place;

    Path raw;

    @BeforeEach
    void chooseFolder() {
        raw = place.resolve("artifacts/raw");
    }

    IngestReport ingest(FaultyServer server, String path, IngestSettings settings) throws IOException {
        return Ingest.run(settings, server.address(path), raw, TrainingListener.SILENT, NOW);
    }

    String messageOf(FaultyServer server, String path, IngestSettings settings) {
        return String.valueOf(assertThrows(IngestException.class, () -> ingest(server, path, settings))
                .getMessage());
    }

    static IngestSettings settings() {
        return settings(3);
    }

    static IngestSettings settings(int retries) {
        return settings(retries, Duration.ofSeconds(30), Long.MAX_VALUE);
    }

    static IngestSettings settings(int retries, Duration readTimeout, long maxBytes) {
        return IngestSettings.DEFAULTS.withDownload(new DownloadSettings(
                Duration.ofSeconds(10),
                readTimeout,
                retries,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                maxBytes,
                5,
                false));
    }

    void assertNothingBesideTheRawFolder() throws IOException {
        try (Stream<Path> left = Files.list(raw.getParent())) {
            assertEquals(List.of(), left.filter(path -> !path.equals(raw)).toList());
        }
    }
}
