package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.ingest.DownloadSettings;
import io.osusume.ingest.Ingest;
import io.osusume.ingest.IngestReport;
import io.osusume.ingest.IngestSettings;
import io.osusume.ratings.BadRowPolicy;
import io.osusume.storage.ObjectName;
import io.osusume.storage.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes raw data in.
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Copies animelist.csv (or rating_complete.csv), anime.csv, anime_with_synopsis.csv, watching_status.csv",
            "and relations.csv, as far as the source has them, into the raw folder, checked row by row.",
            "What was there before stays until the new is whole."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./osusume ingest --from ~/Downloads/archive.zip",
            "  ./osusume ingest --from https://example.org/animelist.csv.gz --limit none"
        })
final class IngestCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            required = true,
            description =
                    "A folder, a .zip, .csv or .csv.gz, the https:// address of one such file, or gs://BUCKET/NAME.")
    String source = "";

    @Option(
            names = "--limit",
            paramLabel = "N|none",
            description = "At most so many rows of animelist (default: setting ingest.limit).")
    @Nullable
    String limit;

    @Override
    public Integer call() throws IOException {
        if (source.isBlank()) {
            throw workplace.usage("--from must name a folder, a file or an address, was empty");
        }
        workplace.assign(Setting.INGEST_LIMIT, limit);
        run(workplace, source);
        return 0;
    }

    static void run(Workplace workplace, String source) throws IOException {
        IngestReport report;
        if (ObjectName.isOne(source)) {
            Files.createDirectories(workplace.artifacts());
            try (StoredFiles files = workplace.stored().files(source, workplace.artifacts());
                    Progress progress = workplace.progress()) {
                report = Ingest.run(
                        settings(workplace.settings()), files.path(), source, workplace.raw(), progress, Instant.now());
            }
        } else {
            try (Progress progress = workplace.progress()) {
                report = Ingest.run(settings(workplace.settings()), source, workplace.raw(), progress, Instant.now());
            }
        }
        workplace.print(report.table());
        workplace.stored().publish(Setting.BUCKETS_RAW, workplace.raw());
    }

    private static IngestSettings settings(Settings settings) {
        DownloadSettings usual = DownloadSettings.DEFAULTS;
        long maxBytes = settings.longInteger(Setting.INGEST_MAX_FILE_BYTES);
        return new IngestSettings(
                settings.limit(),
                new BadRowPolicy(settings.integer(Setting.INGEST_MAX_BAD_ROWS)),
                maxBytes,
                new DownloadSettings(
                        Duration.ofSeconds(settings.integer(Setting.INGEST_CONNECT_TIMEOUT)),
                        Duration.ofSeconds(settings.integer(Setting.INGEST_READ_TIMEOUT)),
                        settings.integer(Setting.INGEST_RETRIES),
                        usual.backoff(),
                        usual.maxWait(),
                        maxBytes,
                        usual.maxRedirects(),
                        settings.text(Setting.INGEST_PLAIN_HTTP).equals("true")));
    }
}
