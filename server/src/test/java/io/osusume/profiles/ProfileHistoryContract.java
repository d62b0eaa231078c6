package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What the history of a profile promises, whatever the database: undo, and what the owner can take along.
abstract class ProfileHistoryContract extends ProfileStoreFixture {
    @Test
    void anImportOfThousandsOfTitlesIsUndoneAtOnce() {
        ProfileToken token = store.create();
        store.apply(token, entry(7, 3));
        List<Change.SetEntry> list = LongStream.rangeClosed(1, 3_000)
                .mapToObj(item -> entry(item, 8))
                .toList();

        Acknowledged imported = store.replaceList(token, list, ListImport.REPLACE);

        assertEquals(new Acknowledged(2, 3_000), imported);
        assertEquals(3_000, contents(token).entries().size());
        assertEquals(
                new UndoResult.Undone(new Acknowledged(3, 3_000), List.of()),
                store.undo(token, imported.changeId().orElseThrow()));
        assertEquals(
                List.of(new ProfileEntry(7, EntryStatus.WATCHED, 3, START)),
                contents(token).entries());
    }

    @Test
    void undoTakesBackOnlyWhatNobodyHasChangedSince() {
        ProfileToken token = store.create();
        Acknowledged first = store.apply(
                token,
                new Change.Several(List.of(entry(1, 5), entry(2, 6), new Change.SetPreference("theme", "dark"))));
        clock.advance(Duration.ofSeconds(1));
        store.apply(token, entry(2, 9));

        assertEquals(
                new UndoResult.Undone(new Acknowledged(3, 2), List.of(new Part(Part.Kind.ENTRY, 2, ""))),
                store.undo(token, first.version()));
        assertEquals(
                List.of(new ProfileEntry(2, EntryStatus.WATCHED, 9, clock.instant())),
                contents(token).entries());
        assertEquals(Map.of(), contents(token).settings().preferences());
        assertEquals(new UndoResult.AlreadyUndone(), store.undo(token, first.version()));
        assertEquals(new UndoResult.NotKept(), store.undo(token, 99));
        assertEquals(3, contents(token).version());
    }

    @Test
    void undoOfAPartThatChangedSinceDoesNothing() {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 5));
        clock.advance(Duration.ofSeconds(1));
        store.apply(token, entry(1, 6));

        assertEquals(new UndoResult.ChangedSince(), store.undo(token, 1));
        assertEquals(2, contents(token).version());
    }

    @Test
    void changesAreUndoneOneAfterTheOtherAndAnUndoCanBeUndone() {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 5));
        clock.advance(Duration.ofSeconds(1));
        store.apply(token, entry(1, 6));
        List<ProfileEntry> both = contents(token).entries();

        assertInstanceOf(UndoResult.Undone.class, store.undo(token, 2));
        assertInstanceOf(UndoResult.Undone.class, store.undo(token, 1));
        assertEquals(List.of(), contents(token).entries());
        assertInstanceOf(UndoResult.Undone.class, store.undo(token, 4));
        assertInstanceOf(UndoResult.Undone.class, store.undo(token, 3));
        assertEquals(both, contents(token).entries());
        assertInstanceOf(UndoResult.Undone.class, store.undo(token, 2));
        assertEquals(5, contents(token).entries().getFirst().score());
    }

    @Test
    void onlyTheLastChangesAreKept() {
        ProfileStore small = store(new ProfileLimits(100, 100, 10, 3, 4));
        ProfileToken token = small.create();
        for (int item = 1; item <= 5; item++) {
            small.apply(token, entry(item, 5));
        }
        assertEquals(List.of(5L, 4L, 3L), ids(small, token));

        small.replaceList(token, List.of(entry(11, 1), entry(12, 1), entry(13, 1), entry(14, 1)), ListImport.MERGE);
        assertEquals(List.of(6L, 5L, 4L), ids(small, token), "the parts of the newest change do not count");
        small.apply(token, entry(20, 5));
        assertEquals(List.of(7L, 6L), ids(small, token), "4 parts of change 6, and no room for change 5");
        assertEquals(new UndoResult.NotKept(), small.undo(token, 5));
    }

    private static List<Long> ids(ProfileStore store, ProfileToken token) {
        return store.export(token).orElseThrow().changes().stream()
                .map(KeptChange::id)
                .toList();
    }

    @Test
    void theExportHoldsEverything() {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 5));
        store.apply(token, new Change.Save(2, true));

        ProfileExport export = store.export(token).orElseThrow();

        assertEquals(contents(token), export.contents());
        assertEquals(
                List.of(
                        new KeptChange(
                                2,
                                START,
                                KeptChange.Action.CHANGE,
                                false,
                                List.of(new PartChange(new Part(Part.Kind.SAVED, 2, ""), null, PartValue.mark(START)))),
                        new KeptChange(
                                1,
                                START,
                                KeptChange.Action.CHANGE,
                                false,
                                List.of(new PartChange(
                                        Part.entry(1), null, PartValue.entry(EntryStatus.WATCHED, 5, START))))),
                export.changes());
        assertEquals(Optional.empty(), store.export(TestTokens.unknown()));
    }

    @Test
    void aChangeIsMadeOnlyToAVersionItsCallerExpects() {
        ProfileToken token = store.create();
        assertEquals(new Acknowledged(1, 1), store.edit(token, version -> version == 0, _ -> entry(1, 5)));

        for (Runnable stale : List.<Runnable>of(
                () -> store.edit(token, version -> version == 0, _ -> entry(1, 9)),
                () -> store.replaceList(token, version -> version == 0, List.of(), ListImport.REPLACE),
                () -> store.undo(token, version -> version == 0, 1),
                () -> store.forget(token, version -> version == 0))) {
            ProfileException refused = assertThrows(ProfileException.class, stale::run);
            assertEquals(ProfileException.Reason.CHANGED, refused.reason());
            assertEquals(
                    "the profile has changed since it was read (its version is 1 now); read it again",
                    refused.getMessage());
        }
        assertEquals(
                List.of(new ProfileEntry(1, EntryStatus.WATCHED, 5, START)),
                contents(token).entries());
        store.forget(token, version -> version == 1);
        assertEquals(Optional.empty(), store.contents(token));
        assertEquals(
                ProfileException.NO_PROFILE,
                assertThrows(ProfileException.class, () -> store.forget(token, _ -> true))
                        .getMessage());
    }

    @Test
    void aChangeMayDependOnWhatIsThereAndNobodyComesInBetween() throws InterruptedException {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 0));
        List<Thread> threads = IntStream.range(0, 10)
                .mapToObj(_ -> Thread.ofPlatform()
                        .start(() -> store.edit(
                                token,
                                _ -> true,
                                contents ->
                                        entry(1, contents.entries().getFirst().score() + 1))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertEquals(10, contents(token).entries().getFirst().score());
        assertThrows(
                ArithmeticException.class,
                () -> store.edit(token, _ -> true, _ -> {
                    throw new ArithmeticException("the caller thinks better of it");
                }));
        assertEquals(11, contents(token).version());
    }
}
