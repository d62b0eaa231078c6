package io.osusume.app;

import io.osusume.artifact.Manifest;
import io.osusume.sample.Generate;
import io.osusume.sample.GenerateSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes simulated data.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a folder in the form of the 2020 Kaggle collection: the shipped sample of titles and",
            "simulated users, of any size up to the original's 109,224,747 rows."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume generate --users 4000 --rows 280000 --to simulated")
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--users", paramLabel = "N", description = "Simulated users (default: ${DEFAULT-VALUE}).")
    int users = 4_000;

    @Option(names = "--rows", paramLabel = "M", description = "List entries in all (default: 70 a user).")
    @Nullable
    Long rows;

    @Option(
            names = "--titles",
            paramLabel = "T",
            description = "Titles; beyond the 450 real ones they are simulated too (default: ${DEFAULT-VALUE}).")
    int titles = GenerateSettings.REAL_TITLES;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same files (default: 42).")
    long seed = 42;

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Where to write; new or empty.")
    @Nullable
    Path folder;

    @Override
    public Integer call() throws IOException {
        int threads = workplace.settings().threads();
        GenerateSettings settings;
        try {
            settings = new GenerateSettings(users, rows == null ? 70L * users : rows, titles, seed, threads);
        } catch (IllegalArgumentException outOfRange) {
            throw workplace.usage(String.valueOf(outOfRange.getMessage()));
        }
        Path target = java.util.Objects.requireNonNull(folder, "required by the command line parser");
        try (Progress progress = workplace.progress()) {
            Manifest manifest = Generate.run(settings, target, progress, Instant.now());
            TextTable table = new TextTable("simulated", "count");
            manifest.counts().forEach((name, count) -> table.row(name, String.format("%,d", count)));
            workplace.print(table.toString());
        }
        workplace.print("written to " + target + "; next: ./osusume ingest --from " + target);
        return 0;
    }
}
