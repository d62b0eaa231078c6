package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Manifest;
import io.osusume.drift.DriftFiles;
import io.osusume.drift.DriftReport;
import io.osusume.drift.DriftText;
import io.osusume.drift.DriftThresholds;
import io.osusume.drift.Feature;
import io.osusume.drift.ServedTallies;
import io.osusume.drift.Tally;
import io.osusume.drift.TrainingShapes;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.Lineage;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Compares lists of today with those a model learnt from.
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the lists that servers were asked with (setting monitor.served), or fresh data, with the data a",
            "model learnt from: how much is scored, which scores, how popular the titles are, how many are unknown.",
            "The newest report is kept in the folder monitor of the artifacts; servers show it as metrics."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no drift above the thresholds, too few lists to judge, or trained again",
            "1:failed",
            "2:the command or a setting is wrong",
            "3:trained again, and the gate refused the new model",
            "6:drift above its threshold"
        },
        footerHeading = "%nExample:%n",
        footer = {"  ./osusume monitor", "  ./osusume monitor --data downloads/anime --retrain --html drift.html"})
final class MonitorCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            description = "Compare fresh data, not what was served: a folder or file as ingest takes it, or a prepared"
                    + " folder. It is prepared with the model's settings, in a folder of its own.")
    @Nullable
    String data;

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The version whose training data it is compared with (default: champion).")
    String model = "champion";

    @Option(names = "--json", description = "Print the report as JSON.")
    boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page, with plots, to this file as well.")
    @Nullable
    Path html;

    @Option(names = "--retrain", description = "Run the pipeline if there is drift above the thresholds.")
    boolean retrain;

    @Override
    public Integer call() throws IOException {
        Path page = html;
        if (page != null) {
            workplace.checkNoFolder("--html", page);
        }
        DriftThresholds thresholds = thresholds(workplace.settings());
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        LoadedModel loaded = registry.load(ModelsCommand.resolve(registry, model));
        Tally expected =
                TrainingShapes.of(loaded.model().training(), loaded.items(), loaded.items(), loaded.catalogue());
        String fresh = data;
        DriftReport report = DriftReport.of(
                loaded.id(),
                fresh == null
                        ? "served in " + workplace.settings().integer(Setting.MONITOR_DAYS) + " days"
                        : "data " + fresh,
                expected,
                fresh == null ? served(loaded.id()) : fresh(fresh, loaded),
                thresholds,
                Instant.now());
        Path written = DriftFiles.write(workplace.monitor(), report);
        workplace.print(
                json
                        ? DriftFiles.json(report).stripTrailing()
                        : DriftText.write(report).stripTrailing());
        workplace.tell("written to " + written);
        if (page != null) {
            ArtifactFolder.writeFile(page, DriftFiles.html(report).getBytes(StandardCharsets.UTF_8));
        }
        if (!report.alarms().isEmpty()) {
            answer(report);
        }
        return 0;
    }

    private void answer(DriftReport report) throws IOException {
        if (!retrain) {
            throw new DriftAlarm("lists have drifted from those " + report.model() + " learnt from: "
                    + String.join("; ", report.alarms()) + "; look at " + workplace.monitor()
                    + ", train again with --retrain");
        }
        workplace.tell("training again: " + String.join("; ", report.alarms()));
        String fresh = data;
        boolean raw = fresh != null && !isPrepared(Path.of(fresh));
        Pipeline.of(workplace, raw ? fresh : null, null).run(List.of());
    }

    private Tally served(String id) throws IOException {
        if (workplace.settings().text(Setting.MONITOR_SERVED).equals("false")
                && !Files.isDirectory(workplace.monitor())) {
            throw new CommandFailure(
                    "no server counts the lists it is asked with: set monitor.served to true, or compare"
                            + " fresh data with --data SOURCE");
        }
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        return ServedTallies.inFolder(
                workplace.monitor(), id, today.minusDays(workplace.settings().integer(Setting.MONITOR_DAYS) - 1L));
    }

    private Tally fresh(String source, LoadedModel loaded) throws IOException {
        PreparedData prepared;
        if (!source.contains("://") && isPrepared(Path.of(source))) {
            prepared = PreparedData.read(Path.of(source));
        } else {
            Path folder = workplace.monitor().resolve("fresh");
            ArtifactFolder.delete(folder);
            SortedMap<String, String> recipe =
                    new TreeMap<>(Lineage.of(loaded.manifest()).settings());
            recipe.keySet().removeIf(key -> !key.startsWith("prepare.") && !key.startsWith("ingest."));
            Workplace apart = workplace.apart(folder.toAbsolutePath(), recipe);
            try {
                IngestCommand.run(apart, source);
                PrepareCommand.run(apart);
                prepared = apart.preparedData();
            } finally {
                ArtifactFolder.delete(folder);
            }
        }
        return TrainingShapes.of(prepared.interactions(), prepared.items(), loaded.items(), loaded.catalogue());
    }

    private static boolean isPrepared(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve(Manifest.FILE))
                && Manifest.read(folder).kind().equals(PreparedData.KIND);
    }

    private static DriftThresholds thresholds(Settings settings) {
        List<String> judged = settings.words(Setting.MONITOR_FEATURES);
        try {
            return new DriftThresholds(
                    settings.real(Setting.MONITOR_WATCH),
                    settings.real(Setting.MONITOR_ALARM),
                    settings.real(Setting.MONITOR_UNKNOWN_WATCH),
                    settings.real(Setting.MONITOR_UNKNOWN_ALARM),
                    settings.integer(Setting.MONITOR_MIN_LISTS),
                    Arrays.stream(Feature.values())
                            .filter(feature -> judged.contains(feature.word()))
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException crossed) {
            throw new SettingsException("settings of monitor: " + crossed.getMessage());
        }
    }
}
