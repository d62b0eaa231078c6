package io.osusume.app;

import io.osusume.artifact.Manifest;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.insight.InsightTrainer;
import io.osusume.kernel.Kernels;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Shows and promotes registered model versions.
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists, shows, completes and promotes registered model versions.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume models list")
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
        TextTable table = new TextTable("", "version", "users", "items", QUALITY, "code");
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (String id : ids) {
            Manifest manifest = registry.show(id);
            boolean best = champion.filter(id::equals).isPresent();
            Double quality = manifest.metrics().get(QUALITY);
            table.row(
                    best ? "*" : "",
                    id,
                    String.valueOf(manifest.counts().get("users")),
                    String.valueOf(manifest.counts().get("items")),
                    quality == null ? "" : String.format(Locale.ROOT, "%.4f", quality),
                    manifest.environment().getOrDefault("code", ""));
            array.addObject()
                    .put("id", id)
                    .put("champion", best)
                    .put("created", manifest.created().toString())
                    .put(QUALITY, quality);
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
            description = "Shows the manifest of a version after checking all of its files.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume models show champion")
    int show(
            @Mixin Workplace workplace,
            @Parameters(paramLabel = "ID", description = "A version, or the word champion.") String id)
            throws IOException {
        ModelRegistry registry = registry(workplace);
        String wanted = id;
        if (id.equals("champion")) {
            wanted = registry.champion()
                    .orElseThrow(() -> new CommandFailure(
                            "there is no champion yet: ./osusume models promote ID makes a version the champion"));
        }
        Manifest manifest = registry.verify(wanted);
        workplace.print(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
        return 0;
    }

    @Command(
            name = "promote",
            mixinStandardHelpOptions = true,
            description = "Makes a version the champion, after checking all of its files.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume models promote best")
    int promote(
            @Mixin Workplace workplace,
            @Parameters(
                            paramLabel = "ID",
                            description = "A version, or the word best: the highest " + QUALITY
                                    + " on the data of the newest version.")
                    String id)
            throws IOException {
        workplace.print("champion: " + makeChampion(workplace, id));
        return 0;
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
            @Parameters(paramLabel = "ID", description = "A version, or the word champion.") String id)
            throws IOException {
        Kernels kernels = Assembly.kernels(workplace.settings());
        ModelRegistry registry = Assembly.registry(workplace.models(), workplace.settings(), kernels);
        LoadedModel loaded = registry.load(id.equals("champion") ? ServingModel.champion(registry, workplace) : id);
        try (Progress progress = workplace.progress()) {
            TrainingData data = new TrainingData(
                    loaded.model().training(), workplace.facts(loaded.catalogue(), loaded.items(), progress));
            InsightTrainer insights =
                    Assembly.insightTrainer(workplace.settings(), data, split(workplace, loaded), kernels, progress);
            String completed = registry.complete(loaded.id(), insights.about(loaded.model()), Instant.now());
            workplace.print("completed: " + completed);
            workplace.print("next: ./osusume models promote " + completed);
        }
        return 0;
    }

    /// The split the version was trained on, if it is still there; else one without users to measure with.
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

    /// Promotes a version and returns its id.
    static String makeChampion(Workplace workplace, String id) throws IOException {
        ModelRegistry registry = registry(workplace);
        String wanted = id.equals("best") ? best(registry) : id;
        registry.promote(wanted);
        return wanted;
    }

    private static String best(ModelRegistry registry) throws IOException {
        List<String> ids = registry.list();
        if (ids.isEmpty()) {
            throw new CommandFailure("there is no model version to promote; run ./osusume train");
        }
        String data = data(registry.show(ids.getLast()));
        String best = ids.getLast();
        double highest = Double.NEGATIVE_INFINITY;
        for (String id : ids) {
            Manifest manifest = registry.show(id);
            double quality = manifest.metrics().getOrDefault(QUALITY, Double.NEGATIVE_INFINITY);
            if (data(manifest).equals(data) && quality >= highest) {
                best = id;
                highest = quality;
            }
        }
        return best;
    }

    private static String data(Manifest manifest) {
        return manifest.inputs().getOrDefault("data", "");
    }

    private static ModelRegistry registry(Workplace workplace) {
        return Assembly.registry(workplace.models(), workplace.settings(), Assembly.plainKernels());
    }
}
