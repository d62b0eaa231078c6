package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.Meanings;
import io.osusume.text.SynopsisEmbeddings;
import io.osusume.text.TitleMeanings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What every command has: the settings, the folders they name, and where to print.
final class Workplace {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings file (default: OSUSUME_CONFIG, else config/osusume.yaml).")
    @Nullable
    Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting for this run, may be given again; see `./osusume settings`.")
    List<String> assignments = new ArrayList<>();

    private @Nullable Settings settings;
    private @Nullable Tracking tracking;

    /// The project's folder.
    static Path home() {
        return Path.of(Optional.ofNullable(System.getProperty("osusume.home")).orElse("."));
    }

    Settings settings() {
        Settings known = settings;
        if (known == null) {
            known = Settings.read(settingsFile(), System.getenv(), assignments);
            settings = known;
        }
        return known;
    }

    private Path settingsFile() {
        Path file = config;
        if (file != null) {
            return file;
        }
        String named = System.getenv("OSUSUME_CONFIG");
        return named == null ? home().resolve("config/osusume.yaml") : Path.of(named);
    }

    /// The file that declares the pipeline: beside the settings file, else the shipped one.
    Path pipelineFile() {
        Path beside = settingsFile().resolveSibling("pipeline.yaml");
        return Files.exists(beside) ? beside : home().resolve("config/pipeline.yaml");
    }

    /// Adds a setting that a command's own option gave.
    void assign(Setting setting, @Nullable Object value) {
        if (value != null) {
            assignments.add(setting.key() + "=" + value);
        }
    }

    /// Adds a value for a setting nobody has set: weaker than everything but the shipped defaults.
    void assignUnlessGiven(Setting setting, String value) {
        Settings known = settings();
        boolean shipped = known.text(setting).equals(setting.defaultValue())
                && !known.origin(setting).equals("--set")
                && !known.origin(setting).equals("environment");
        if (shipped) {
            settings = null;
            assignments.add(setting.key() + "=" + value);
        }
    }

    /// A workplace with the same options whose artifacts lie elsewhere: no bucket gets them and no tracker hears of
    /// its runs.
    ///
    /// @param stronger settings by key, stronger than all others
    Workplace apart(Path artifacts, SortedMap<String, String> stronger) {
        Workplace apart = new Workplace();
        apart.command = command;
        apart.config = config;
        apart.assignments.addAll(assignments);
        stronger.forEach((key, value) -> apart.assignments.add(key + "=" + value));
        apart.assign(Setting.ARTIFACTS, artifacts);
        for (Setting elsewhere : List.of(
                Setting.BUCKETS_RAW, Setting.BUCKETS_PREPARED, Setting.BUCKETS_MODELS, Setting.TRACKING_MLFLOW_URI)) {
            apart.assign(elsewhere, "none");
        }
        apart.assign(Setting.TRACKING_COMET_KEY_FILE, "none");
        apart.tracking = new Tracking(apart, Map.of());
        return apart;
    }

    Path artifacts() {
        return home().resolve(settings().text(Setting.ARTIFACTS));
    }

    Path raw() {
        return artifacts().resolve("raw");
    }

    Path prepared() {
        return artifacts().resolve("prepared");
    }

    /// Reads and checks the prepared data.
    PreparedData preparedData() throws IOException {
        if (!Files.exists(prepared())) {
            throw new CommandFailure("there is no prepared data in " + prepared() + "; run ./osusume prepare");
        }
        return PreparedData.read(prepared());
    }

    /// What the catalogue knows of the items, with what the synopses mean if the settings ask for it.
    ItemFacts facts(Catalogue catalogue, IdIndex items, TrainingListener listener) throws IOException {
        ItemFacts facts = ItemFacts.of(catalogue, items);
        return settings().text(Setting.SYNOPSIS_EMBEDDINGS).equals("true")
                ? SynopsisEmbeddings.addTo(
                        facts,
                        artifacts().resolve("cache/synopses.safetensors"),
                        new Threads(settings().threads()),
                        listener)
                : facts;
    }

    /// What titles mean, for searching by descriptions; empty if the settings do not ask for it.
    Optional<Meanings> meanings(Catalogue catalogue, TrainingListener listener) {
        if (!settings().text(Setting.INSIGHTS_MEANINGS).equals("true")) {
            return Optional.empty();
        }
        Path cache = artifacts().resolve("cache/meanings.safetensors");
        try {
            return Optional.of(
                    TitleMeanings.of(catalogue, cache, new Threads(settings().threads()), listener));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path models() {
        return artifacts().resolve("models");
    }

    Path monitor() {
        return artifacts().resolve("monitor");
    }

    Path reports() {
        return artifacts().resolve("reports");
    }

    /// What records the command's work.
    Tracking tracking() {
        Tracking known = tracking;
        if (known == null) {
            known = new Tracking(this, System.getenv());
            tracking = known;
        }
        return known;
    }

    /// The buckets that keep what stages make.
    StoredArtifacts stored() {
        return new StoredArtifacts(this, System.getenv());
    }

    CommandSpec command() {
        return java.util.Objects.requireNonNull(command, "set by the command line parser");
    }

    /// A failure for words of the command that cannot be right, whatever the data: exit code 2.
    ParameterException usage(String message) {
        return new ParameterException(command().commandLine(), message);
    }

    /// Passes unless a file's name is that of a folder.
    ///
    /// @param option which gave the name
    void checkNoFolder(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw usage(option + " must be a file, and " + file + " is a folder");
        }
    }

    /// Prints a line of the command's result.
    void print(String line) {
        command().commandLine().getOut().println(line);
    }

    /// Prints the heading of a stage.
    void heading(String stage) {
        print("");
        print("== " + stage);
    }

    /// Prints a line about the command's work, where it does not disturb a result.
    void tell(String line) {
        command().commandLine().getErr().println(line);
    }

    /// A place for progress: a bar on a terminal, plain lines elsewhere.
    Progress progress() {
        return new Progress(command().commandLine().getErr(), Boolean.getBoolean("osusume.terminal"));
    }
}
