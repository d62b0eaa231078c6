package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteProfileStoreTest extends ProfileStoreContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings settings() {
        return new DatabaseSettings(
                folder.resolve("new/profiles.db").toString(), "", Password.NONE, 8, Duration.ofSeconds(60));
    }

    @Test
    void whatIsForgottenIsGoneFromTheFilesToo() throws IOException {
        ProfileStore store = store(ProfileLimits.DEFAULT);
        ProfileToken token = store.create();
        String secret = "a-choice-nobody-else-has";
        store.apply(token, new Change.SetPreference("theme", secret));
        assertTrue(filesHold(secret));

        store.forget(token);

        assertFalse(filesHold(secret));
    }

    private boolean filesHold(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        open();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/profiles.db"))));
    }

    @Test
    void everyCommitIsSyncedAndReadersCannotWrite() {
        Database database = open();
        database.onWriter(handle -> {
            assertEquals(
                    "wal",
                    handle.createQuery("PRAGMA journal_mode")
                            .mapTo(String.class)
                            .one());
            assertEquals(
                    2,
                    handle.createQuery("PRAGMA synchronous")
                            .mapTo(Integer.class)
                            .one(),
                    "2 is FULL");
            assertEquals(
                    1,
                    handle.createQuery("PRAGMA foreign_keys")
                            .mapTo(Integer.class)
                            .one());
            assertEquals(
                    1,
                    handle.createQuery("PRAGMA secure_delete")
                            .mapTo(Integer.class)
                            .one());
        });
        int queryOnly = database.read(handle ->
                handle.createQuery("PRAGMA query_only").mapTo(Integer.class).one());
        assertEquals(1, queryOnly);
    }
}
