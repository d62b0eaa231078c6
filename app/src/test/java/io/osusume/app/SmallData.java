package io.osusume.app;

import java.nio.file.Path;

/// Artifacts of a few simulated users, made by the commands themselves.
final class SmallData {
    private SmallData() {}

    /// The words that simulate 300 users with 15,000 rows over 200 titles.
    static String[] generate(Path folder) {
        return new String[] {
            "generate", "--users", "300", "--rows", "15000", "--titles", "200", "--to", folder.toString()
        };
    }

    /// Simulates into `simulated` and ingests from there.
    static void ingested(Path artifacts) {
        Path simulated = artifacts.resolve("simulated");
        CommandRun.in(artifacts, generate(simulated)).done();
        CommandRun.in(artifacts, "ingest", "--from", simulated.toString()).done();
    }

    /// All stages, with the champion of one family.
    static void served(Path artifacts, String family) {
        ingested(artifacts);
        CommandRun.in(artifacts, "prepare", "--min-ratings", "20").done();
        CommandRun.in(artifacts, "train", "--models", family).done();
        CommandRun.in(artifacts, "models", "promote", "best", "--force", "--reason", "a test")
                .done();
    }
}
