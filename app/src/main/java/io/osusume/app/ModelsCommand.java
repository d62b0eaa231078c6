package io.osusume.app;

import io.osusume.artifact.Manifest;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
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
        description = "Lists, shows and promotes registered model versions.",
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
