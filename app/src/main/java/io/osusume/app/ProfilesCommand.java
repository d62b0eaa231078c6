package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.StoreCopy;
import io.osusume.profiles.StoreCounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Counts, sweeps and copies what is stored of fans.
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        description = "Counts, sweeps and copies what is stored of fans (docs/storage.md).",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume profiles count")
final class ProfilesCommand {
    @Command(
            name = "count",
            mixinStandardHelpOptions = true,
            description = "Says how much is stored.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume profiles count --json")
    int count(
            @Mixin Workplace workplace,
            @Option(names = "--json", description = "Print JSON instead of a table.") boolean json) {
        try (Database database = Assembly.database(workplace)) {
            show(workplace, database.counts(), json);
        }
        return 0;
    }

    private static void show(Workplace workplace, StoreCounts counts, boolean json) {
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("profiles", counts.profiles());
        lines.put("entries", counts.entries());
        lines.put("marks", counts.marks());
        lines.put("changes", counts.changes());
        lines.put("apiKeys", counts.apiKeys());
        if (json) {
            ObjectNode node = JsonMapper.shared().createObjectNode();
            lines.forEach(node::put);
            workplace.print(node.toPrettyString());
            return;
        }
        TextTable table = new TextTable("stored", "number");
        lines.forEach((name, number) -> table.row(name.equals("apiKeys") ? "API keys" : name, Long.toString(number)));
        workplace.print(table.toString());
    }

    @Command(
            name = "sweep",
            mixinStandardHelpOptions = true,
            description = "Deletes the profiles that nobody has used for long; to be run every day.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume profiles sweep --days 180")
    int sweep(
            @Mixin Workplace workplace,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "For how many days at least (default: setting profile.retention).")
                    @Nullable
                    Integer days) {
        workplace.assign(Setting.PROFILE_RETENTION, days);
        Duration retention = Assembly.profileRetention(workplace.settings());
        try (Database database = Assembly.database(workplace)) {
            int swept = Assembly.profiles(database, workplace.settings()).sweep(retention);
            workplace.print("deleted: " + swept + (swept == 1 ? " profile" : " profiles") + " unused for "
                    + retention.toDays() + " days");
        }
        return 0;
    }

    @Command(
            name = "copy",
            mixinStandardHelpOptions = true,
            description = "Copies everything, keys too, into an empty database, and compares it: to move to PostgreSQL,"
                    + " or into a file as a backup.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume profiles copy --to jdbc:postgresql://127.0.0.1:5432/osusume")
    int copy(
            @Mixin Workplace workplace,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "URL",
                            description = "jdbc:postgresql://HOST:PORT/NAME, or a file; user and password as the"
                                    + " settings storage.* say.")
                    String to) {
        if (to.isBlank()) {
            throw workplace.usage("--to must name a file or begin with jdbc:postgresql:, was empty");
        }
        if (DatabaseSettings.holdsSecret(to)) {
            throw workplace.usage("--to must not hold a user or password, others would read it; give them by"
                    + " storage.user and OSUSUME_STORAGE_PASSWORD");
        }
        if (to.startsWith("jdbc:") && !to.startsWith("jdbc:postgresql:")) {
            throw workplace.usage("--to must name a file or begin with jdbc:postgresql:, was '" + to + "'");
        }
        String from = workplace.settings().text(Setting.STORAGE_URL);
        DatabaseSettings target = to.startsWith("jdbc:")
                ? Assembly.storage(workplace, to)
                : Assembly.storage(
                        workplace, java.nio.file.Path.of(to).toAbsolutePath().toString());
        if (target.url().equals(Assembly.storage(workplace, from).url())) {
            throw workplace.usage("--to must name another database than storage.url");
        }
        try (Database source = Assembly.database(workplace);
                Database copy = Database.open(target)) {
            StoreCounts counts = StoreCopy.copy(source, copy);
            workplace.print("copied and compared, from " + source.address() + " to " + copy.address() + ":");
            show(workplace, counts, false);
        }
        return 0;
    }
}
