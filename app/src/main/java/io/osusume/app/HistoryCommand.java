package io.osusume.app;

import io.osusume.registry.AliasChange;
import io.osusume.registry.ModelRegistry;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows every move of an alias.
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows every move of an alias, oldest first: when, from which version to which, who, why.",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume models history --json")
final class HistoryCommand implements Callable<Integer> {
    @Mixin
    Workplace workplace = new Workplace();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        ModelRegistry registry = Assembly.registry(workplace, Assembly.plainKernels());
        List<AliasChange> history = registry.history();
        if (json) {
            workplace.print(json(history).toPrettyString());
        } else if (history.isEmpty()) {
            workplace.print("no alias was ever moved in " + workplace.models());
        } else {
            TextTable table = new TextTable("when", "alias", "before", "after", "who", "why");
            for (AliasChange change : history) {
                table.row(
                        change.because().at().truncatedTo(ChronoUnit.SECONDS).toString(),
                        change.alias().word(),
                        change.from().orElse("-"),
                        change.to().orElse("-"),
                        change.because().who(),
                        (change.because().forced() ? "FORCED: " : "")
                                + change.because().why());
            }
            workplace.print(table.toString());
        }
        return 0;
    }

    /// The moves as JSON objects.
    static ArrayNode json(List<AliasChange> history) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (AliasChange change : history) {
            ObjectNode each = array.addObject()
                    .put("at", change.because().at().toString())
                    .put("alias", change.alias().word());
            change.from().ifPresent(id -> each.put("before", id));
            change.to().ifPresent(id -> each.put("after", id));
            each.put("who", change.because().who())
                    .put("why", change.because().why())
                    .put("forced", change.because().forced());
        }
        return array;
    }
}
