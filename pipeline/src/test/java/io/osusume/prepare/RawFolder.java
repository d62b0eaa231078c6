package io.osusume.prepare;

import io.osusume.artifact.Manifest;
import io.osusume.evaluation.HeldOutSplitter;
import io.osusume.model.TrainingListener;
import io.osusume.ratings.BadRowPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A raw folder as the ingest stage leaves it, and a run over it, for the tests of this package.
final class RawFolder {
    static final Instant CLOCK = Instant.parse("2026-11-24T00:00:00Z");
    static final HeldOutSplitter SPLITTER = new HeldOutSplitter(.25, .25, .2, 2, 1000, 7);

    /// Two rows are enough to be kept; one thread.
    static final PrepareSettings SETTINGS =
            new PrepareSettings(2, Unscored.EXCLUDE_FROM_RATINGS, SPLITTER, BadRowPolicy.NONE_ALLOWED, 1);

    private final Path raw;
    private final Path prepared;

    private RawFolder(Path raw, Path prepared) {
        this.raw = raw;
        this.prepared = prepared;
    }

    static RawFolder in(Path folder) throws IOException {
        return new RawFolder(Files.createDirectories(folder.resolve("raw")), folder.resolve("prepared"));
    }

    RawFolder with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    RawFolder with(String name, byte[] content) throws IOException {
        Files.write(raw.resolve(name), content);
        return this;
    }

    RawFolder withManifest() throws IOException {
        Manifest.of("raw", CLOCK).writeTo(raw);
        return this;
    }

    Path raw() {
        return raw;
    }

    Path prepared() {
        return prepared;
    }

    PrepareReport prepare(PrepareSettings settings) throws IOException {
        return Prepare.run(settings, raw, prepared, TrainingListener.SILENT, CLOCK);
    }

    PreparedData read() throws IOException {
        return PreparedData.read(prepared);
    }
}
