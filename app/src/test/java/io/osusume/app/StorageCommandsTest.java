package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.data.SharedData;
import io.osusume.profiles.Database;
import io.osusume.profiles.DatabaseSettings;
import io.osusume.profiles.ProfileLimits;
import io.osusume.profiles.ProfileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The commands `keys` and `profiles` on a SQLite file in the artifacts folder.
class StorageCommandsTest {
    @TempDir
    Path folder;

    private CommandRun run(String... words) {
        return CommandRun.in(folder, words);
    }

    private Path file() {
        return folder.resolve("profiles/profiles.db");
    }

    @Test
    void aKeyIsMadeListedAndRevoked() {
        assertEquals(
                "no key yet: ./osusume keys create --name NAME --scopes recommend\n",
                run("keys", "list").done().out());
        CommandRun made = run("keys", "create", "--name", "a shop", "--scopes", "recommend,profile", "--days", "2");
        String text = made.done().out().strip();
        assertTrue(text.matches("osu_[0-9a-f]{12}_[A-Za-z0-9_-]{43}"), text);
        String id = text.substring(4, 16);
        assertEquals(
                "key " + id + " (recommend, profile): keep the line above, it is not stored and never shown again\n",
                made.err());

        CommandRun list = run("keys", "list").done();
        assertTrue(list.out().contains(id + "  a shop  recommend, profile  "), list.out());
        assertTrue(list.out().contains("  never      valid until "), list.out());
        assertFalse(list.out().contains(text.substring(17)));
        assertEquals(
                "revoked: " + id + " (a shop)\n",
                run("keys", "revoke", id).done().out());
        JsonNode key = run("keys", "list", "--json").json().get(0);
        assertEquals("[\"recommend\",\"profile\"]", key.get("scopes").toString());
        assertFalse(key.get("valid").asBoolean());
        assertFalse(key.get("revoked").isNull());
        run("keys", "revoke", "0123").assertFailure(1, "there is no key '0123'; ./osusume keys list shows all of them");
    }

    @Test
    void wordsOfAKeyThatCannotBeAreRefused() {
        run("keys", "create", "--name", "a", "--scopes", "all")
                .assertFailure(
                        2,
                        "--scopes must be one or more of recommend, profile, admin, separated by commas, was 'all'."
                                + " See ./osusume keys create --help");
        run("keys", "create", "--name", " ", "--scopes", "admin")
                .assertFailure(
                        2,
                        "--name must be 1 to 100 characters without control characters. See ./osusume keys create --help");
        run("keys", "create", "--name", "a", "--scopes", "admin", "--days", "0")
                .assertFailure(2, "--days must be in [1, 36500], was 0. See ./osusume keys create --help");
        assertFalse(Files.exists(file()), "nothing was opened");
    }

    @Test
    void unusedProfilesAreSweptAndTheOthersCounted() {
        try (Database database = Database.open(DatabaseSettings.sqlite(file()))) {
            Instant longAgo = Instant.now().minus(Duration.ofDays(30));
            new ProfileStore(database, ProfileLimits.DEFAULT, () -> longAgo).create();
            new ProfileStore(database, ProfileLimits.DEFAULT, Instant::now).create();
        }
        assertEquals(
                "deleted: 0 profiles unused for 365 days\n",
                run("profiles", "sweep").done().out());
        assertEquals(
                "deleted: 1 profile unused for 20 days\n",
                run("profiles", "sweep", "--days", "20").done().out());
        assertEquals(
                1, run("profiles", "count", "--json").json().get("profiles").asInt());
        assertEquals("""
                stored    number
                profiles       1
                entries        0
                marks          0
                changes        0
                API keys       0
                """, run("profiles", "count").done().out());
    }

    @Test
    void aBackupIsACopyThatIsNewAndWhole() {
        run("keys", "create", "--name", "a", "--scopes", "admin").done();
        Path backup = folder.resolve("backup.db");

        CommandRun copied = run("profiles", "copy", "--to", backup.toString()).done();

        assertTrue(
                copied.out().startsWith("copied and compared, from " + file() + " to " + backup + ":\n"), copied.out());
        assertEquals(
                1,
                run("profiles", "count", "--json", "--set", "storage.url=" + backup)
                        .json()
                        .get("apiKeys")
                        .asInt());
        run("profiles", "copy", "--to", backup.toString())
                .assertFailure(
                        1,
                        "the target of a copy must be empty, and " + backup
                                + " holds rows in table api_key; name another database");
        run("profiles", "copy", "--to", file().toString())
                .assertFailure(
                        2, "--to must name another database than storage.url. See ./osusume profiles copy --help");
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotShown() {
        run("profiles", "copy", "--to", "jdbc:postgresql://fan:hush@127.0.0.1/a")
                .assertFailure(
                        2,
                        "--to must not hold a user or password, others would read it; give them by storage.user and"
                                + " OSUSUME_STORAGE_PASSWORD. See ./osusume profiles copy --help");
        run("profiles", "count", "--set", "storage.url=jdbc:postgresql://127.0.0.1/a?password=hush")
                .assertFailure(
                        2,
                        "storage.url must be the path of a file, or jdbc:postgresql://HOST:PORT/NAME without a user or"
                                + " password, was (not shown: it may hold a password) (--set)");
        run("profiles", "count", "--set", "storage.password=hush")
                .assertFailure(
                        2,
                        "storage.password is no setting, for settings are shown (--set); put the password into the"
                                + " environment variable OSUSUME_STORAGE_PASSWORD, or into a file that"
                                + " storage.password-file names");
        run("profiles", "count", "--set", "storage.url=jdbc:mysql://127.0.0.1/a")
                .assertFailure(
                        2,
                        "storage.url must be the path of a file, or jdbc:postgresql://HOST:PORT/NAME without a user or"
                                + " password, was 'jdbc:mysql://127.0.0.1/a' (--set)");
    }

    @Test
    void thePasswordComesFromTheEnvironmentElseFromAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from the file\n");
        Path shipped = SharedData.projectRoot().resolve("config/osusume.yaml");
        Settings settings = Settings.read(
                shipped, Map.of("OSUSUME_STORAGE_PASSWORD", "hush"), List.of("storage.password-file=" + secret));

        assertEquals("from the file", StoragePassword.read(settings, Map.of()).text());
        assertEquals(
                "hush",
                StoragePassword.read(settings, Map.of("OSUSUME_STORAGE_PASSWORD", "hush"))
                        .text());
        assertEquals(
                "",
                StoragePassword.read(Settings.read(shipped, Map.of(), List.of()), Map.of())
                        .text());
        Settings missing = Settings.read(shipped, Map.of(), List.of("storage.password-file=nowhere"));
        assertEquals(
                "storage.password-file must name a file that can be read, was 'nowhere' (NoSuchFileException)",
                Assertions.assertThrows(SettingsException.class, () -> StoragePassword.read(missing, Map.of()))
                        .getMessage());
    }

    @Test
    void aDatabaseInTroubleIsSaidInOneLine() throws IOException {
        Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(file(), "these are no profiles\n".repeat(1_000));

        CommandRun run = run("profiles", "count");

        assertEquals(1, run.exitCode());
        assertTrue(
                run.err()
                        .startsWith("osusume: the database " + file()
                                + " is damaged or no SQLite database ([SQLITE_NOTADB]"),
                run.err());
        assertEquals(1, run.err().lines().count());
        run("profiles", "count", "--set", "storage.url=jdbc:postgresql://127.0.0.1:1/a", "--set", "storage.timeout=1")
                .assertFailure(
                        1,
                        "the database at jdbc:postgresql://127.0.0.1:1/a cannot be reached or broke off (Connection to"
                                + " 127.0.0.1:1 refused. Check that the hostname and port are correct and that the"
                                + " postmaster is accepting TCP/IP connections.); nothing was changed");
    }
}
