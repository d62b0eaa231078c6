package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.artifact.ArtifactFolder;
import io.osusume.artifact.Hashes;
import io.osusume.artifact.Manifest;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.Lineage;
import io.osusume.registry.ModelRegistry;
import io.osusume.registry.Remake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a version again from what its manifest names, in a folder of its own, and compares. What it
/// needs is looked for before anything is made.
///
/// @param source where raw data is taken in from again; null to read the raw folder
/// @param into where; null for a folder below the artifacts, removed when all is the same
/// @param anyway whether another code or other raw data is no obstacle
record Reproduction(
        Workplace workplace,
        @Nullable String source,
        @Nullable Path into,
        boolean anyway) {
    private static final int SHOWN_DIGITS = 12;

    /// Makes a version again.
    ///
    /// @throws NotReproduced if it is not the same, or cannot be made
    void run(String word) throws IOException {
        long start = System.nanoTime();
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        String id = ModelsCommand.resolve(registry, word);
        workplace.heading("what " + id + " was made from");
        Manifest then = registry.verify(id);
        Lineage lineage = Lineage.of(then);
        checkCode(id, lineage);
        Workplace place = place(id, lineage.settings(), insights(then));
        Path folder = place.artifacts();
        PreparedData data = prepared(id, lineage, place);
        workplace.heading("train " + lineage.family());
        TrainCommand.Trained trained = TrainCommand.Session.open(place, data).train(lineage.family());
        Manifest now = Manifest.read(place.models().resolve(trained.id()));
        workplace.heading("compared");
        Remake remake = Remake.of(then, now);
        print(remake);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        if (!remake.same()) {
            throw new NotReproduced(NotReproduced.DIFFERS, differences(id, remake, place.models(), trained.id()));
        }
        workplace.print(id + " was made again, bit for bit: " + remake.files().size() + " files, in " + seconds + " s");
        if (into == null) {
            ArtifactFolder.delete(folder);
        } else {
            workplace.print("kept in " + folder);
        }
    }

    private void checkCode(String id, Lineage lineage) {
        String now = CodeVersion.describe();
        if (lineage.settings().isEmpty()) {
            throw impossible(id, "it is of an earlier program, whose manifests do not name the settings");
        }
        if (!lineage.code().equals(now)) {
            obstacle(id, "it was made by the code " + lineage.code() + ", this is " + now + ": check that commit out");
        } else {
            workplace.print("code: " + now + ", as it was"
                    + (now.endsWith("-dirty") ? " (changed after that commit, which no version can tell)" : ""));
        }
    }

    /// Insights that were added to a version later have their settings in its manifest.
    private static SortedMap<String, String> insights(Manifest manifest) {
        SortedMap<String, String> settings = new TreeMap<>();
        manifest.settings().forEach((key, value) -> {
            if (key.startsWith("insights.")) {
                settings.put(key, value);
            }
        });
        return settings;
    }

    /// A workplace whose artifacts lie apart, with the settings of the manifest.
    private Workplace place(String id, SortedMap<String, String> recipe, SortedMap<String, String> more)
            throws IOException {
        SortedMap<String, String> settings = new TreeMap<>(recipe);
        settings.putAll(more);
        List<String> gone = settings.keySet().stream()
                .filter(key -> Arrays.stream(Setting.values())
                        .noneMatch(known -> known.key().equals(key)))
                .toList();
        if (!gone.isEmpty()) {
            throw impossible(id, "this program has no setting " + String.join(", ", gone) + " any more");
        }
        Path given = into;
        Path folder =
                given == null ? workplace.artifacts().resolve("reproduced").resolve(id) : given;
        if (given == null) {
            ArtifactFolder.delete(folder);
        }
        workplace.print("settings: " + settings.size() + ", seed " + settings.get(Setting.TRAIN_SEED.key()));
        return workplace.apart(folder.toAbsolutePath(), settings);
    }

    /// The data the version was trained on, made again from the raw files.
    private PreparedData prepared(String id, Lineage lineage, Workplace place) throws IOException {
        Path raw = workplace.raw();
        String from = source;
        if (from != null) {
            workplace.heading("ingest");
            IngestCommand.run(place, from);
            raw = place.raw();
        }
        if (from == null && !Files.isDirectory(raw)) {
            workplace.stored().fetch(Setting.BUCKETS_RAW, raw);
        }
        Optional<PreparedData> kept = withoutRaw(id, lineage, raw);
        if (kept.isPresent()) {
            return kept.get();
        }
        checkRaw(id, lineage.raw(), raw);
        workplace.heading("prepare");
        PrepareCommand.run(place, raw);
        PreparedData data = place.preparedData();
        if (data.hash().equals(lineage.data())) {
            workplace.print("prepared data: " + shortened(data.hash()) + ", as it was");
        } else {
            obstacle(
                    id,
                    "the prepared data comes out otherwise: then " + shortened(lineage.data()) + ", now "
                            + shortened(data.hash()));
        }
        return data;
    }

    /// The prepared data as it lies there, if it is the same and the raw data is gone.
    private Optional<PreparedData> withoutRaw(String id, Lineage lineage, Path raw) throws IOException {
        if (Files.isDirectory(raw)) {
            return Optional.empty();
        }
        if (Files.isDirectory(workplace.prepared())) {
            PreparedData data = workplace.preparedData();
            if (data.hash().equals(lineage.data())) {
                workplace.print("raw data: there is none in " + raw
                        + " any more; begun with the prepared data, which is" + " as it was");
                return Optional.of(data);
            }
        }
        throw impossible(
                id,
                "its raw data is gone: there is no folder " + raw
                        + "; name the place it came from with --from SOURCE. It consisted of "
                        + String.join(", ", lineage.raw().keySet()));
    }

    private void checkRaw(String id, SortedMap<String, String> then, Path raw) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> file : then.entrySet()) {
            Path path = raw.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                wrong.add("raw file " + file.getKey() + " is gone");
                continue;
            }
            String now = "sha256:" + Hashes.sha256(path);
            if (!now.equals(file.getValue())) {
                wrong.add("raw file " + file.getKey() + " is another one: then " + shortened(file.getValue()) + ", now "
                        + shortened(now));
            }
        }
        if (wrong.isEmpty()) {
            workplace.print("raw data: " + then.size() + " files in " + raw + ", as they were");
        } else {
            obstacle(id, String.join("; ", wrong));
        }
    }

    private static String shortened(String hash) {
        String digits = hash.substring(hash.indexOf(':') + 1);
        return digits.substring(0, Math.min(SHOWN_DIGITS, digits.length()));
    }

    /// Ends here, unless it is to be made anyway.
    private void obstacle(String id, String what) {
        if (!anyway) {
            throw impossible(id, what + "; to make it nevertheless: --anyway");
        }
        workplace.print("made anyway, though " + what);
    }

    private static NotReproduced impossible(String id, String why) {
        return new NotReproduced(NotReproduced.IMPOSSIBLE, id + " cannot be made again: " + why);
    }

    private void print(Remake remake) {
        TextTable table = new TextTable("file", "", "sha256 then", "now");
        for (Remake.FilePair file : remake.files()) {
            table.row(file.name(), file.what().word(), shortened(file.then()), shortened(file.now()));
        }
        workplace.print(table.toString());
        remake.figures().forEach(each -> workplace.print("figure " + each));
        remake.surroundings().forEach(workplace::print);
    }

    private static String differences(String id, Remake remake, Path models, String made) {
        List<String> files = remake.files().stream()
                .filter(file -> file.what() != Remake.What.SAME)
                .map(file -> file.name() + " " + file.what().word())
                .toList();
        List<String> all = new ArrayList<>(files);
        if (!remake.figures().isEmpty()) {
            all.add(String.format(
                    Locale.ROOT, "%d figures differ", remake.figures().size()));
        }
        return id + " was made again and is not the same: " + String.join(", ", all)
                + (remake.surroundings().isEmpty() ? "" : "; " + String.join("; ", remake.surroundings()))
                + ". What was made is kept in " + models.resolve(made);
    }
}
