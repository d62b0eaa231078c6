package io.osusume.app;

import io.osusume.artifact.Manifest;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.Kernels;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.Alias;
import io.osusume.registry.Lineage;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows and promotes registered model versions.
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, completes, promotes, takes back and reproduces registered model versions.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume models list",
        subcommands = {
            PromoteCommand.class,
            RollbackCommand.class,
            HistoryCommand.class,
            ReproduceCommand.class,
            CardCommand.class
        })
final class ModelsCommand {
    private static final String QUALITY = TrainCommand.QUALITY;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all versions, oldest first.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume models list --json")
    int list(
            @Mixin Workplace workplace,
            @Option(names = "--json", description = "Print JSON instead of a table.") boolean json)
            throws IOException {
        ModelRegistry registry = registry(workplace);
        List<String> ids = registry.list();
        Optional<String> champion = registry.champion();
        TextTable table = new TextTable("", "version", "users", "items", QUALITY, "code", "alias");
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (String id : ids) {
            Manifest manifest = registry.show(id);
            boolean best = champion.filter(id::equals).isPresent();
            List<String> aliases = aliases(registry, id);
            Double quality = manifest.metrics().get(QUALITY);
            table.row(
                    best ? "*" : "",
                    id,
                    String.valueOf(manifest.counts().get("users")),
                    String.valueOf(manifest.counts().get("items")),
                    quality == null ? "" : String.format(Locale.ROOT, "%.4f", quality),
                    manifest.environment().getOrDefault("code", ""),
                    String.join(", ", aliases));
            ObjectNode each = array.addObject()
                    .put("id", id)
                    .put("champion", best)
                    .put("created", manifest.created().toString())
                    .put(QUALITY, quality);
            aliases.forEach(each.putArray("aliases")::add);
        }
        if (json) {
            workplace.print(array.toPrettyString());
        } else if (ids.isEmpty()) {
            workplace.print("no model version in " + workplace.models() + "; run ./osusume train");
        } else {
            workplace.print(table.toString());
            workplace.print(champion.isPresent() ? "* champion" : "no champion yet: ./osusume models promote ID");
        }
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = {
                "Shows a version after checking all of its files: its manifest, the aliases it has and had, and its",
                "lineage, from the prepared data back to the raw files, the settings and the code."
            },
            footerHeading = "%nExample:%n",
            footer = "  ./osusume models show champion")
    int show(
            @Mixin Workplace workplace,
            @Parameters(paramLabel = "ID", description = "A version, or champion, challenger or previous.") String id)
            throws IOException {
        ModelRegistry registry = registry(workplace);
        String wanted = resolve(registry, id);
        JsonMapper json = JsonMapper.shared();
        ObjectNode shown = json.valueToTree(registry.verify(wanted));
        shown.put("id", wanted);
        aliases(registry, wanted).forEach(shown.putArray("aliases")::add);
        shown.set("lineage", json.valueToTree(Lineage.of(registry.show(wanted))));
        shown.set(
                "moves",
                HistoryCommand.json(registry.history().stream()
                        .filter(change -> wanted.equals(change.before()) || wanted.equals(change.after()))
                        .toList()));
        workplace.print(shown.toPrettyString());
        return 0;
    }

    /// The version that an id or the word of an alias names.
    ///
    /// @throws CommandFailure if the alias stands for none
    static String resolve(ModelRegistry registry, String word) throws IOException {
        for (Alias alias : Alias.values()) {
            if (alias.word().equals(word)) {
                return registry.version(alias)
                        .orElseThrow(() -> new CommandFailure("there is no " + word
                                + " yet: ./osusume models promote ID makes a version the champion"));
            }
        }
        return word;
    }

    private static List<String> aliases(ModelRegistry registry, String id) throws IOException {
        List<String> aliases = new ArrayList<>();
        for (Alias alias : Alias.values()) {
            if (registry.version(alias).equals(Optional.of(id))) {
                aliases.add(alias.word());
            }
        }
        return aliases;
    }

    @Command(
            name = "complete",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a version from another one that adds what pages show beside recommendations: the map of all",
                "titles, who likes which title, expected scores, fans of a like taste. The model stays the same; nothing",
                "is promoted. Versions made by earlier programs lack these."
            },
            footerHeading = "%nExample:%n",
            footer = "  ./osusume models complete champion")
    int complete(
            @Mixin Workplace workplace,
            @Parameters(paramLabel = "ID", description = "A version, or champion, challenger or previous.") String id)
            throws IOException {
        Kernels kernels = Assembly.kernels(workplace.settings());
        ModelRegistry registry = Assembly.registry(workplace, kernels);
        LoadedModel loaded = registry.load(resolve(registry, id));
        try (Progress progress = workplace.progress()) {
            TrainingData data = new TrainingData(
                    loaded.model().training(), workplace.facts(loaded.catalogue(), loaded.items(), progress));
            InsightTrainer insights = Assembly.insightTrainer(
                    workplace.settings(),
                    data,
                    split(workplace, loaded),
                    () -> workplace.meanings(loaded.catalogue(), progress),
                    kernels,
                    progress);
            String completed = registry.complete(loaded.id(), insights.about(loaded.model()), Instant.now());
            workplace.print("completed: " + completed);
            workplace.print("next: ./osusume models promote " + completed);
        }
        return 0;
    }

    /// The split the version was trained on, if it is still there; else one without users to measure
    /// with.
    private static Split split(Workplace workplace, LoadedModel loaded) throws IOException {
        if (Files.exists(workplace.prepared())) {
            PreparedData prepared = workplace.preparedData();
            if (prepared.hash().equals(data(loaded.manifest()))) {
                return prepared.split();
            }
        }
        workplace.tell("the data in " + workplace.prepared() + " is not what " + loaded.id()
                + " was trained on: how far off its expected scores are is not measured");
        return new Split(loaded.items(), loaded.users(), loaded.model().training(), List.of(), List.of());
    }

    static String data(Manifest manifest) {
        return manifest.inputs().getOrDefault("data", "");
    }

    private static ModelRegistry registry(Workplace workplace) {
        return Assembly.registry(workplace, Assembly.plainKernels());
    }
}
