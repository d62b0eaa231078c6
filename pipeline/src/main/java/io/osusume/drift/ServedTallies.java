package io.osusume.drift;

import io.osusume.artifact.ArtifactException;
import io.osusume.artifact.ArtifactFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What servers counted of the lists they were asked with: a [Tally] a day and model, a file a server,
/// replaced whole. Lists come into a tally [#TOGETHER] at a time and wait in memory until then, so that neither the
/// file
/// nor what it was before tells of a single one; those that wait when the server ends are forgotten. Older days are
/// forgotten too, so that a file stays below 200 kB. Safe for use by several threads.
public final class ServedTallies {
    /// How many models are counted on one day at most.
    static final int MODELS_A_DAY = 8;

    /// How many lists are counted at once at least.
    public static final int TOGETHER = 20;

    private static final String NAME = "served-[A-Za-z0-9._-]{1,100}\\.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SortedMap<LocalDate, SortedMap<String, Tally>> days = new TreeMap<>();
    private final Map<String, Tally> waiting = new HashMap<>();
    private boolean changed;

    /// Nothing counted yet.
    public ServedTallies() {}

    /// The file of a server in a folder.
    ///
    /// @param server tells servers apart that share a folder: letters, digits, `.`, `_` and `-`
    public static Path file(Path folder, String server) {
        return folder.resolve("served-" + server + ".json");
    }

    /// Counts a list, on the day the last of those it waits for comes.
    public synchronized void add(LocalDate day, String model, ListShape shape) {
        if (!waiting.containsKey(model) && waiting.size() == MODELS_A_DAY) {
            return;
        }
        Tally few = waiting.computeIfAbsent(model, _ -> new Tally());
        few.add(shape);
        if (few.lists() < TOGETHER) {
            return;
        }
        waiting.remove(model);
        SortedMap<String, Tally> models = days.computeIfAbsent(day, _ -> new TreeMap<>());
        if (models.containsKey(model) || models.size() < MODELS_A_DAY) {
            models.computeIfAbsent(model, _ -> new Tally()).add(few);
            changed = true;
        }
    }

    /// Forgets the days before one.
    public synchronized void forgetBefore(LocalDate day) {
        changed |= !days.headMap(day).isEmpty();
        days.headMap(day).clear();
    }

    /// All that was counted with a model, since a day.
    public synchronized Tally of(String model, LocalDate since) {
        Tally all = new Tally();
        for (Map<String, Tally> models : days.tailMap(since).values()) {
            Tally tally = models.get(model);
            if (tally != null) {
                all.add(tally);
            }
        }
        return all;
    }

    /// Writes a file whole, if anything has changed since it was written or read last.
    public void write(Path file) throws IOException {
        byte[] content;
        synchronized (this) {
            if (!changed) {
                return;
            }
            content = JSON.writeValueAsBytes(json());
            changed = false;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            ArtifactFolder.writeFile(file, content);
        } catch (IOException failed) {
            synchronized (this) {
                changed = true;
            }
            throw failed;
        }
    }

    private ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        days.forEach((day, models) -> {
            ObjectNode ofDay = root.putObject(day.toString());
            models.forEach((model, tally) -> {
                ObjectNode each = ofDay.putObject(model)
                        .put("lists", tally.lists())
                        .put("entries", tally.entries())
                        .put("unknown", tally.unknown());
                for (Feature feature : Feature.values()) {
                    var counts = each.putArray(feature.word());
                    for (long count : tally.counts(feature)) {
                        counts.add(count);
                    }
                }
            });
        });
        return root;
    }

    /// Reads a file; nothing if there is none.
    ///
    /// @throws ArtifactException if it cannot be understood
    public static ServedTallies read(Path file) throws IOException {
        ServedTallies tallies = new ServedTallies();
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            root.properties()
                    .forEach(day -> day.getValue()
                            .properties()
                            .forEach(model -> tallies.days
                                    .computeIfAbsent(LocalDate.parse(day.getKey()), _ -> new TreeMap<>())
                                    .put(model.getKey(), tally(model.getValue()))));
        } catch (NoSuchFileException none) {
            return tallies;
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException broken) {
            throw new ArtifactException(
                    file + " is damaged: " + broken.getMessage() + "; delete it: counting begins anew", broken);
        }
        return tallies;
    }

    private static Tally tally(JsonNode node) {
        Tally tally = new Tally();
        tally.add(
                node.path("lists").asLong(0),
                node.path("entries").asLong(0),
                node.path("unknown").asLong(0));
        for (Feature feature : Feature.values()) {
            JsonNode counts = node.path(feature.word());
            if (counts.size() != feature.bins().size()) {
                throw new IllegalArgumentException(
                        feature.word() + " must have " + feature.bins().size() + " numbers, had " + counts.size());
            }
            tally.add(feature, counts.valueStream().mapToLong(JsonNode::asLong).toArray());
        }
        return tally;
    }

    /// What all servers counted that wrote into a folder, with one model, since a day.
    ///
    /// @throws ArtifactException if a file cannot be understood
    public static Tally inFolder(Path folder, String model, LocalDate since) throws IOException {
        Tally all = new Tally();
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                listed.filter(file -> String.valueOf(file.getFileName()).matches(NAME))
                        .forEach(files::add);
            }
        }
        for (Path file : files) {
            all.add(read(file).of(model, since));
        }
        return all;
    }
}
