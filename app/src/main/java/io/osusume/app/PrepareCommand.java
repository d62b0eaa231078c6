package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.evaluation.HeldOutSplitter;
import io.osusume.prepare.Prepare;
import io.osusume.prepare.PrepareReport;
import io.osusume.prepare.PrepareSettings;
import io.osusume.prepare.Unscored;
import io.osusume.ratings.BadRowPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Turns raw data into what models learn from.
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Turns raw data into what models learn from: users with few rows dropped, ratings scaled, ids encoded,",
            "users split into training, validation and test, the catalogue cleaned. Prints what each step left."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./osusume prepare --min-ratings 100")
final class PrepareCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--min-ratings",
            paramLabel = "N",
            description = "Drop users with fewer rows (default: setting prepare.min-ratings).")
    @Nullable
    Integer minRatings;

    @Override
    public Integer call() throws IOException {
        workplace.assign(Setting.MIN_RATINGS, minRatings);
        run(workplace);
        return 0;
    }

    static void run(Workplace workplace) throws IOException {
        run(workplace, workplace.raw());
    }

    /// The same from raw data that lies elsewhere.
    static void run(Workplace workplace, Path raw) throws IOException {
        Settings settings = workplace.settings();
        PrepareSettings prepare = new PrepareSettings(
                settings.integer(Setting.MIN_RATINGS),
                Unscored.of(settings.text(Setting.UNSCORED)),
                splitter(settings),
                new BadRowPolicy(settings.integer(Setting.INGEST_MAX_BAD_ROWS)),
                settings.threads());
        workplace.stored().fetch(Setting.BUCKETS_RAW, workplace.raw());
        PrepareReport report;
        try (Progress progress = workplace.progress()) {
            report = Prepare.run(prepare, raw, workplace.prepared(), progress, Instant.now());
        }
        workplace.print(report.table());
        workplace.stored().publish(Setting.BUCKETS_PREPARED, workplace.prepared());
    }

    private static HeldOutSplitter splitter(Settings settings) {
        double test = settings.real(Setting.SPLIT_TEST);
        double validation = settings.real(Setting.SPLIT_VALIDATION);
        if (test + validation >= 1) {
            throw new SettingsException("split.test and split.validation must leave users to train on, were " + test
                    + " and " + validation);
        }
        return new HeldOutSplitter(
                test,
                validation,
                settings.real(Setting.SPLIT_HELD_OUT),
                settings.integer(Setting.SPLIT_MIN_ENTRIES),
                settings.integer(Setting.SPLIT_MAX_USERS),
                settings.longInteger(Setting.SPLIT_SEED));
    }
}
