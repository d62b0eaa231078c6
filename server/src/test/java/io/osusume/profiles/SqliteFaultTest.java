package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a SQLite file in trouble, and that nothing acknowledged is lost by it.
class SqliteFaultTest {
    private static final int AT_ONCE = 50;

    @TempDir
    Path folder;

    private static DatabaseSettings settings(Path file) {
        return new DatabaseSettings(file.toString(), "", Password.NONE, 4, Duration.ofSeconds(1));
    }

    private static ProfileStore store(Database database) {
        return new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
    }

    private static Change entry(long item) {
        return new Change.SetEntry(item, EntryStatus.WATCHED, 7);
    }

    private static Change entries(long first) {
        return new Change.Several(LongStream.range(first, first + AT_ONCE)
                .mapToObj(SqliteFaultTest::entry)
                .toList());
    }

    /// Writes until nothing fits any more, and gives what was acknowledged.
    private static List<Long> fill(ProfileStore store, ProfileToken token, String where) {
        List<Long> acknowledged = new ArrayList<>();
        StoreException full = assertThrows(StoreException.class, () -> {
            for (long item = 1; item < 1_000_000; item += AT_ONCE) {
                store.apply(token, entries(item));
                LongStream.range(item, item + AT_ONCE).forEach(acknowledged::add);
            }
        });
        assertEquals(
                "the disk of the database at " + where + " is full: nothing new was stored, what was stored before is"
                        + " whole; make room, then try again",
                full.getMessage());
        assertEquals(StoreException.Kind.FULL, full.kind());
        assertEquals(Optional.empty(), full.retryAfter());
        return acknowledged;
    }

    private static void assertHolds(ProfileStore store, ProfileToken token, List<Long> items) {
        ProfileContents contents = store.contents(token).orElseThrow();
        assertEquals(
                items, contents.entries().stream().map(ProfileEntry::itemId).toList());
        assertEquals((items.size() + AT_ONCE - 1) / AT_ONCE, contents.version());
    }

    @Test
    void aFullDatabaseKeepsWhatItAcknowledgedAndGoesOnWhenThereIsRoom() {
        Path file = folder.resolve("profiles.db");
        try (Database database = Database.open(settings(file))) {
            ProfileStore store = store(database);
            ProfileToken token = store.create();
            limitPages(database, 60);

            List<Long> acknowledged = fill(store, token, file.toString());

            assertTrue(acknowledged.size() > 10 * AT_ONCE, () -> "acknowledged: " + acknowledged.size());
            assertHolds(store, token, acknowledged);
            limitPages(database, 1_000_000);
            store.apply(token, entry(2_000_000));
            acknowledged.add(2_000_000L);
            assertHolds(store, token, acknowledged);
        }
    }

    private static void limitPages(Database database, int pages) {
        database.onWriter(handle -> assertEquals(
                pages,
                handle.createQuery("PRAGMA max_page_count = " + pages)
                        .mapTo(Integer.class)
                        .one()));
    }

    @Test
    void aFullDiskKeepsWhatWasAcknowledged() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                call("mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", disk.toString()),
                "skipped: mounting a disk in memory needs root on Linux");
        try {
            Path file = disk.resolve("profiles.db");
            Path ballast = Files.write(disk.resolve("ballast"), new byte[150_000]);
            try (Database database = Database.open(settings(file))) {
                ProfileStore store = store(database);
                ProfileToken token = store.create();
                List<Long> acknowledged = fill(store, token, file.toString());
                assertHolds(store, token, acknowledged);
                assertThrows(StoreException.class, () -> store.apply(token, entries(3_000_000))); // as large again

                Files.delete(ballast);

                store.apply(token, entry(2_000_000));
                acknowledged.add(2_000_000L);
                assertHolds(store, token, acknowledged);
            }
            try (Database again = Database.open(settings(file))) {
                assertEquals(1, again.counts().profiles());
            }
        } finally {
            assertTrue(call("umount", disk.toString()));
        }
    }

    private static boolean call(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("profiles.db"), "these are no profiles\n".repeat(1_000));
        byte[] before = Files.readAllBytes(file);

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(settings(file)));

        assertEquals(
                "the database " + file + " is damaged or no SQLite database ([SQLITE_NOTADB] File opened that is not a"
                        + " database file (file is not a database)); it was left as it is: restore a backup"
                        + " (docs/storage.md), or move it away to start empty",
                refused.getMessage());
        assertEquals(StoreException.Kind.DAMAGED, refused.kind());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aDamagedPageIsFoundWhenTheDatabaseIsOpened() throws IOException {
        Path file = folder.resolve("profiles.db");
        try (Database database = Database.open(settings(file))) {
            ProfileStore store = store(database);
            store.replaceList(
                    store.create(),
                    LongStream.rangeClosed(1, 5_000)
                            .mapToObj(item -> new Change.SetEntry(item, EntryStatus.WATCHED, 5))
                            .toList(),
                    ListImport.MERGE);
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = bytes.length() / 4096 / 2; page < bytes.length() / 4096 / 2 + 8; page++) {
                bytes.seek(page * 4096);
                bytes.write("damaged".repeat(500).getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[] before = Files.readAllBytes(file);

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(settings(file)));

        assertEquals(StoreException.Kind.DAMAGED, refused.kind());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("the database " + file + " is damaged or no SQLite database ("),
                refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFolderOrAPlaceThatCannotBeIsNamed() throws IOException {
        assertEquals(
                "the database must be a file, and " + folder + " is a folder",
                assertThrows(StoreException.class, () -> Database.open(settings(folder)))
                        .getMessage());
        Path file = Files.createFile(folder.resolve("file"));
        StoreException below =
                assertThrows(StoreException.class, () -> Database.open(settings(file.resolve("profiles.db"))));
        assertEquals(
                "the database " + file.resolve("profiles.db")
                        + " cannot be made or read (java.nio.file.FileAlreadyExistsException: " + file
                        + "); the setting storage.url must name a file in a folder that can be written",
                below.getMessage());
    }

    @Test
    void aWriterThatWaitsTooLongIsToldSoAndReadersDoNotWait() {
        Path file = folder.resolve("profiles.db");
        try (Database one = Database.open(settings(file));
                Database other = Database.open(settings(file))) {
            ProfileToken token = store(one).create();
            one.onWriter(handle -> {
                handle.execute("BEGIN IMMEDIATE");
                StoreException busy =
                        assertThrows(StoreException.class, () -> store(other).apply(token, entry(1)));
                assertEquals(
                        "the database at " + file + " is busy: no answer within 1 s; try again", busy.getMessage());
                assertEquals(StoreException.Kind.BUSY, busy.kind());
                assertEquals(Optional.of(Duration.ofSeconds(1)), busy.retryAfter());
                StoreException pool = CompletableFuture.supplyAsync(() -> assertThrows(
                                StoreException.class, () -> store(one).apply(token, entry(1))))
                        .join();
                assertEquals(StoreException.Kind.BUSY, pool.kind(), "the one writer of the same program is taken too");
                assertEquals(0, store(other).contents(token).orElseThrow().version());
                handle.execute("ROLLBACK");
            });
            assertEquals(1, store(other).apply(token, entry(1)).version());
        }
    }
}
