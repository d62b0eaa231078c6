package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What a profile store promises, whatever the database.
abstract class ProfileStoreContract extends ProfileStoreFixture {
    @Test
    void aNewProfileIsEmptyAndAnUnknownTokenOpensNothing() {
        ProfileToken token = store.create();

        assertEquals(
                new ProfileContents(
                        0, START, LocalDate.parse("2026-11-24"), List.of(), marks(), marks(), ProfileSettings.DEFAULT),
                contents(token));
        assertEquals(Optional.empty(), store.contents(TestTokens.unknown()));
        ProfileException refused =
                assertThrows(ProfileException.class, () -> store.apply(TestTokens.unknown(), entry(1, 5)));
        assertEquals(
                "there is no such profile: it was forgotten, or unused for too long; start a new one",
                refused.getMessage());
        assertEquals(ProfileException.Reason.UNKNOWN, refused.reason());
    }

    @Test
    void everyChangeTakesEffectAndCountsTheVersion() {
        ProfileToken token = store.create();
        assertEquals(new Acknowledged(1, 1), store.apply(token, entry(9253, 9)));
        clock.advance(Duration.ofMillis(5));
        Instant later = clock.instant();
        Acknowledged several = store.apply(
                token,
                new Change.Several(List.of(
                        new Change.SetEntry(1, EntryStatus.ON_HOLD, 0),
                        new Change.Hide(20, true),
                        new Change.Save(30, true),
                        new Change.Save(31, true),
                        new Change.ChooseTitleLanguage(TitleLanguage.JAPANESE),
                        new Change.AllowAdult(true),
                        new Change.SetPreference("theme", "dark"))));

        assertEquals(new Acknowledged(2, 7), several);
        assertEquals(
                new ProfileContents(
                        2,
                        START,
                        LocalDate.parse("2026-11-24"),
                        List.of(
                                new ProfileEntry(1, EntryStatus.ON_HOLD, 0, later),
                                new ProfileEntry(9253, EntryStatus.WATCHED, 9, START)),
                        marks(20L, later),
                        marks(30L, later, 31L, later),
                        new ProfileSettings(TitleLanguage.JAPANESE, true, Map.of("theme", "dark"))),
                contents(token));

        store.apply(token, new Change.RemoveEntry(1));
        store.apply(token, new Change.Hide(20, false));
        store.apply(token, new Change.Save(30, false));
        store.apply(token, new Change.SetPreference("theme", ""));
        ProfileContents after = contents(token);
        assertEquals(6, after.version());
        assertEquals(1, after.entries().size());
        assertEquals(marks(), after.hidden());
        assertEquals(marks(31L, later), after.saved());
        assertEquals(Map.of(), after.settings().preferences());
    }

    @Test
    void aChangeOfNothingIsNoChange() {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 5));
        clock.advance(Duration.ofHours(1));

        Acknowledged again = store.apply(token, entry(1, 5));

        assertEquals(new Acknowledged(1, 0), again);
        assertTrue(again.changeId().isEmpty());
        assertEquals(START, contents(token).entries().getFirst().updated());
    }

    @Test
    void profilesDoNotSeeEachOther() {
        ProfileToken one = store.create();
        ProfileToken other = store.create();
        store.apply(one, entry(1, 5));
        store.apply(other, new Change.Hide(1, true));

        assertEquals(List.of(), contents(other).entries());
        assertEquals(marks(), contents(one).hidden());
        assertTrue(store.forget(one));
        assertEquals(1, contents(other).hidden().size());
    }

    @Test
    void anImportMergesOrReplacesAndLeavesWhatIsTheSame() {
        ProfileToken token = store.create();
        store.replaceList(token, List.of(entry(1, 5), entry(2, 6), entry(2, 7)), ListImport.MERGE);
        store.apply(token, new Change.Hide(50, true));
        clock.advance(Duration.ofDays(1));
        Instant later = clock.instant();

        assertEquals(
                new Acknowledged(3, 2),
                store.replaceList(token, List.of(entry(2, 7), entry(3, 8), entry(1, 6)), ListImport.MERGE));
        assertEquals(
                List.of(
                        new ProfileEntry(1, EntryStatus.WATCHED, 6, later),
                        new ProfileEntry(2, EntryStatus.WATCHED, 7, START),
                        new ProfileEntry(3, EntryStatus.WATCHED, 8, later)),
                contents(token).entries());

        assertEquals(new Acknowledged(4, 2), store.replaceList(token, List.of(entry(3, 8)), ListImport.REPLACE));
        assertEquals(
                List.of(new ProfileEntry(3, EntryStatus.WATCHED, 8, later)),
                contents(token).entries());
        assertEquals(1, contents(token).hidden().size());
    }

    @Test
    void whatIsTooMuchIsRefusedWhole() {
        ProfileStore small = store(new ProfileLimits(2, 1, 1, 10, 10));
        ProfileToken token = small.create();
        small.apply(token, entry(1, 5));

        assertEquals(
                "a list may hold at most 2 titles, this one would hold 3: nothing was changed; remove some first,"
                        + " or import a shorter list",
                refusal(small, token, new Change.Several(List.of(entry(1, 7), entry(2, 5), entry(3, 5)))));
        assertEquals(1, contents(token).version());
        assertEquals(5, contents(token).entries().getFirst().score());
        small.apply(token, new Change.Hide(1, true));
        assertEquals(
                "at most 1 titles may be hidden: nothing was changed; show some again first",
                refusal(small, token, new Change.Hide(2, true)));
        small.apply(token, new Change.Save(1, true));
        assertEquals(
                "at most 1 titles may be saved: nothing was changed; remove some first",
                refusal(small, token, new Change.Save(2, true)));
        small.apply(
                token,
                new Change.Several(List.of(
                        new Change.SetPreference("a", "1"),
                        new Change.AllowAdult(true),
                        new Change.ChooseTitleLanguage(TitleLanguage.ENGLISH))));
        assertEquals(
                "at most 3 settings may be stored: nothing was changed",
                refusal(small, token, new Change.SetPreference("b", "1")));
    }

    private static String refusal(ProfileStore store, ProfileToken token, Change change) {
        ProfileException refused = assertThrows(ProfileException.class, () -> store.apply(token, change));
        assertEquals(ProfileException.Reason.TOO_MUCH, refused.reason());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void forgettingDeletesAllThereIs() {
        ProfileToken token = store.create();
        store.apply(
                token,
                new Change.Several(
                        List.of(entry(1, 5), new Change.Hide(2, true), new Change.SetPreference("theme", "dark"))));

        assertTrue(store.forget(token));

        assertEquals(Optional.empty(), store.contents(token));
        assertFalse(store.forget(token));
        assertEquals(new StoreCounts(0, 0, 0, 0, 0), open().counts());
        int settingsLeft = open().read(handle -> handle.createQuery("SELECT count(*) FROM profile_setting")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, settingsLeft);
    }

    @Test
    void theSweepTakesWhatNobodyUsedForTheRetention() {
        ProfileToken unused = store.create();
        ProfileToken read = store.create();
        ProfileToken changed = store.create();
        clock.advance(Duration.ofDays(10));
        assertTrue(store.contents(read).isPresent());
        store.apply(changed, entry(1, 5));
        assertEquals(LocalDate.parse("2026-12-04"), contents(read).lastUsed());

        assertEquals(0, store.sweep(Duration.ofDays(10)));
        assertEquals(1, store.sweep(Duration.ofDays(9)));
        assertEquals(Optional.empty(), store.contents(unused));
        assertTrue(store.contents(read).isPresent());
        assertTrue(store.contents(changed).isPresent());
        assertEquals(
                "retention must be at least 1 day, was PT23H",
                assertThrows(IllegalArgumentException.class, () -> store.sweep(Duration.ofHours(23)))
                        .getMessage());
    }

    @Test
    void theSweepTakesAnyNumber() {
        for (int i = 0; i < 450; i++) {
            store.create();
        }
        clock.advance(Duration.ofDays(400));
        ProfileToken fresh = store.create();

        assertEquals(450, store.sweep(Duration.ofDays(365)));
        assertTrue(store.contents(fresh).isPresent());
    }

    @Test
    void noUpdateIsLostWhenManyThreadsAndTwoServersWrite() throws InterruptedException, ExecutionException {
        ProfileToken token = store.create();
        List<ProfileStore> servers = List.of(store, store(ProfileLimits.DEFAULT));
        int threads = 8;
        int changes = 20;
        long total = (long) threads * changes;
        CountDownLatch go = new CountDownLatch(1);
        List<Future<List<Long>>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                running.add(executor.submit(() -> {
                    go.await();
                    List<Long> versions = new ArrayList<>();
                    for (int i = 1; i <= changes; i++) {
                        Change mine = entry(number * 1_000 + i, 5);
                        versions.add(servers.get(number % 2).apply(token, mine).version());
                    }
                    return versions;
                }));
            }
            go.countDown();
        }
        List<Long> versions = new ArrayList<>();
        for (Future<List<Long>> each : running) {
            versions.addAll(each.get());
        }
        assertEquals(
                LongStream.rangeClosed(1, total).boxed().toList(),
                versions.stream().sorted().toList(),
                "each change made its own version");
        assertEquals(total, contents(token).entries().size());
        assertEquals(total, contents(token).version());
    }

    @Test
    void aReaderNeverSeesHalfAChange() throws InterruptedException, ExecutionException {
        ProfileToken token = store.create();
        List<Change.SetEntry> low =
                LongStream.rangeClosed(1, 200).mapToObj(i -> entry(i, 1)).toList();
        List<Change.SetEntry> high =
                LongStream.rangeClosed(1, 200).mapToObj(i -> entry(i, 10)).toList();
        store.replaceList(token, low, ListImport.REPLACE);
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<?> writer = executor.submit(() -> {
                for (int i = 0; i < 10; i++) {
                    store.replaceList(token, i % 2 == 0 ? high : low, ListImport.REPLACE);
                }
            });
            while (!writer.isDone()) {
                ProfileContents seen = contents(token);
                int expected = seen.version() % 2 == 1 ? 1 : 10;
                assertTrue(
                        seen.entries().stream().allMatch(each -> each.score() == expected),
                        "version " + seen.version());
            }
            writer.get();
        }
    }

    @Test
    void theDatabaseHoldsNoToken() {
        ProfileToken token = store.create();
        byte[] stored = open().read(handle -> handle.createQuery("SELECT token_hash FROM profile")
                .mapTo(byte[].class)
                .one());

        assertEquals(
                java.util.HexFormat.of().formatHex(token.hash()),
                java.util.HexFormat.of().formatHex(stored));
    }

    @Test
    void allIsThereAfterOpeningAgain() {
        ProfileToken token = store.create();
        store.apply(token, entry(1, 5));
        ProfileContents before = contents(token);
        closeAll();

        store = store(ProfileLimits.DEFAULT);

        assertEquals(before, contents(token));
    }
}
