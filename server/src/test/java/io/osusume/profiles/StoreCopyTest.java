package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPostgres.class)
class StoreCopyTest {
    @TempDir
    Path folder;

    private Database source;
    private ProfileToken token;
    private NewApiKey key;

    @BeforeEach
    void fillTheSource() {
        source = Database.open(DatabaseSettings.sqlite(folder.resolve("profiles.db")));
        ProfileStore store = store(source);
        ProfileToken forgotten = store.create();
        token = store.create();
        store.replaceList(
                token,
                LongStream.rangeClosed(1, 2_500)
                        .mapToObj(item -> new Change.SetEntry(item, EntryStatus.PLANNED, 0))
                        .toList(),
                ListImport.MERGE);
        store.apply(
                token,
                new Change.Several(List.of(
                        new Change.Hide(5, true), new Change.Save(6, true), new Change.SetPreference("theme", "暗い"))));
        store.undo(token, 2);
        store.forget(forgotten);
        key = new ApiKeys(source, InstantSource.system()).create("a shop", Set.of(Scope.RECOMMEND), null);
    }

    @AfterEach
    void close() {
        source.close();
    }

    private static ProfileStore store(Database database) {
        return new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
    }

    @Test
    void everythingMovesToPostgresqlAndBackAndGoesOn(PostgresCluster cluster) {
        try (Database target = Database.open(cluster.newDatabase());
                Database back = Database.open(DatabaseSettings.sqlite(folder.resolve("back.db")))) {
            assertEquals(new StoreCounts(1, 2_500, 0, 3, 1), StoreCopy.copy(source, target));
            assertSame(source, target);
            assertTrue(new ApiKeys(target, InstantSource.system())
                    .verify(key.text())
                    .isPresent());
            ProfileToken next = store(target).create();
            assertEquals(0, store(target).contents(next).orElseThrow().version(), "ids go on behind the copied ones");
            store(target).forget(next);
            assertInstanceOf(UndoResult.Undone.class, store(target).undo(token, 3));

            assertEquals(new StoreCounts(1, 2_500, 2, 4, 1), StoreCopy.copy(target, back));
            assertSame(target, back);
            store(back).create();
        }
    }

    private void assertSame(Database one, Database other) {
        assertEquals(store(one).export(token), store(other).export(token));
        assertEquals(2_500, store(other).contents(token).orElseThrow().entries().size());
    }

    @Test
    void aTargetThatHoldsSomethingIsRefusedAndLeft() {
        DatabaseSettings settings = DatabaseSettings.sqlite(folder.resolve("other.db"));
        try (Database target = Database.open(settings)) {
            ProfileToken there = store(target).create();

            CopyException refused = assertThrows(CopyException.class, () -> StoreCopy.copy(source, target));

            assertEquals(
                    "the target of a copy must be empty, and " + settings.url()
                            + " holds rows in table profile; name another database",
                    refused.getMessage());
            assertTrue(store(target).contents(there).isPresent());
        }
    }

    @Test
    void aTargetThatGivesBackSomethingElseIsRefusedAndEmpty() {
        try (Database target = Database.open(DatabaseSettings.sqlite(folder.resolve("forger.db")))) {
            target.write(handle -> handle.execute("CREATE TRIGGER forge AFTER INSERT ON profile_title"
                    + " WHEN NEW.item_id = 17 BEGIN UPDATE profile_title SET score = 3 WHERE item_id = 17; END"));

            CopyException refused = assertThrows(CopyException.class, () -> StoreCopy.copy(source, target));

            assertTrue(
                    String.valueOf(refused.getMessage())
                            .matches(
                                    "the copy of table profile_title in .*forger.db is not what was read: expected 2500"
                                            + " rows with hash [0-9a-f]+, found 2500 rows with hash [0-9a-f]+; nothing was"
                                            + " kept, run it again"),
                    refused.getMessage());
            assertEquals(new StoreCounts(0, 0, 0, 0, 0), target.counts());
        }
    }
}
