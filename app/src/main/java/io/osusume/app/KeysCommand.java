package io.osusume.app;

import io.osusume.profiles.ApiKey;
import io.osusume.profiles.Database;
import io.osusume.profiles.NewApiKey;
import io.osusume.profiles.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes, lists and revokes API keys.
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes API keys of other programs.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = "  ./osusume keys list")
final class KeysCommand {
    private static final String SCOPES = "recommend, profile, admin";
    private static final int DAYS = 36_500;

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a key and prints it, the only time it is shown.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume keys create --name \"a shop\" --scopes recommend --days 365")
    int create(
            @Mixin Workplace workplace,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose it is, for people.")
                    String name,
            @Option(
                            names = "--scopes",
                            required = true,
                            paramLabel = "WORDS",
                            description = "What it allows, separated by commas: " + SCOPES + ".")
                    String scopes,
            @Option(names = "--days", paramLabel = "N", description = "How many days it is valid (default: for ever).")
                    @Nullable
                    Integer days) {
        Set<Scope> allowed = scopes(workplace, scopes);
        if (days != null && (days < 1 || days > DAYS)) {
            throw workplace.usage("--days must be in [1, " + DAYS + "], was " + days);
        }
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw workplace.usage("--name must be 1 to 100 characters without control characters");
        }
        Instant expires = days == null ? null : Instant.now().plus(Duration.ofDays(days));
        try (Database database = Assembly.database(workplace)) {
            NewApiKey made = Assembly.apiKeys(database).create(name, allowed, expires);
            workplace.print(made.text());
            workplace.tell("key " + made.key().id() + " (" + words(allowed)
                    + "): keep the line above, it is not stored and never shown again");
        }
        return 0;
    }

    private static Set<Scope> scopes(Workplace workplace, String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .forEach(word -> scopes.add(Scope.of(word)
                        .orElseThrow(() -> workplace.usage("--scopes must be one or more of " + SCOPES
                                + ", separated by commas, was '" + words + "'"))));
        return scopes;
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists all keys, oldest first; their secrets are not known.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume keys list --json")
    int list(
            @Mixin Workplace workplace,
            @Option(names = "--json", description = "Print JSON instead of a table.") boolean json) {
        List<ApiKey> keys;
        try (Database database = Assembly.database(workplace)) {
            keys = Assembly.apiKeys(database).list();
        }
        if (json) {
            workplace.print(json(keys).toPrettyString());
        } else if (keys.isEmpty()) {
            workplace.print("no key yet: ./osusume keys create --name NAME --scopes recommend");
        } else {
            TextTable table = new TextTable("key", "name", "scopes", "created", "last used", "state");
            for (ApiKey key : keys) {
                table.row(
                        key.id(),
                        key.name(),
                        words(key.scopes()),
                        seconds(key.created()),
                        key.lastUsed() == null ? "never" : seconds(key.lastUsed()),
                        state(key));
            }
            workplace.print(table.toString());
        }
        return 0;
    }

    private static String state(ApiKey key) {
        if (key.revoked() != null) {
            return "revoked " + seconds(key.revoked());
        }
        Instant expires = key.expires();
        if (expires == null) {
            return "valid";
        }
        return (key.valid(Instant.now()) ? "valid until " : "expired ") + seconds(expires);
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ArrayNode json(List<ApiKey> keys) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (ApiKey key : keys) {
            ObjectNode one = all.addObject().put("id", key.id()).put("name", key.name());
            ArrayNode scopes = one.putArray("scopes");
            Stream.of(Scope.values())
                    .filter(key.scopes()::contains)
                    .map(Scope::word)
                    .forEach(scopes::add);
            one.put("created", key.created().toString())
                    .put("expires", text(key.expires()))
                    .put("lastUsed", text(key.lastUsed()))
                    .put("revoked", text(key.revoked()))
                    .put("valid", key.valid(Instant.now()));
        }
        return all;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Makes a key open nothing any more, for good.",
            footerHeading = "%nExample:%n",
            footer = "  ./osusume keys revoke 0123456789ab")
    int revoke(
            @Mixin Workplace workplace,
            @Parameters(paramLabel = "ID", description = "Its id, as keys list shows it.") String id) {
        try (Database database = Assembly.database(workplace)) {
            ApiKey key = Assembly.apiKeys(database)
                    .revoke(id)
                    .orElseThrow(() ->
                            new CommandFailure("there is no key '" + id + "'; ./osusume keys list shows all of them"));
            workplace.print("revoked: " + key.id() + " (" + key.name() + ")");
        }
        return 0;
    }
}
