package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What happens when PostgreSQL is in trouble, and that nothing acknowledged is lost by it.
@ExtendWith(SharedPostgres.class)
class PostgresFaultTest {
    private static final int WRITERS = 4;

    private static DatabaseSettings impatient(DatabaseSettings usual) {
        return new DatabaseSettings(usual.url(), usual.user(), usual.password(), 4, Duration.ofSeconds(1));
    }

    private static ProfileStore store(Database database) {
        return new ProfileStore(database, ProfileLimits.DEFAULT, InstantSource.system());
    }

    private static Change entry(long item) {
        return new Change.SetEntry(item, EntryStatus.WATCHED, 7);
    }

    @Test
    void aDatabaseKilledAndStartedAgainUnderLoadLosesNothingAcknowledged()
            throws InterruptedException, ExecutionException {
        try (PostgresCluster cluster = PostgresCluster.start();
                Database database = Database.open(impatient(cluster.newDatabase()))) {
            ProfileStore store = store(database);
            ProfileToken token = store.create();
            var acknowledged = ConcurrentHashMap.<Long>newKeySet();
            var failures = ConcurrentHashMap.<StoreException.Kind>newKeySet();
            AtomicInteger failed = new AtomicInteger();
            AtomicBoolean stop = new AtomicBoolean();
            List<Future<?>> running = new ArrayList<>();
            try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    long from = 1 + writer * 1_000_000L;
                    running.add(executor.submit(() -> {
                        for (long item = from; !stop.get(); item++) {
                            try {
                                store.apply(token, entry(item));
                                acknowledged.add(item);
                            } catch (StoreException trouble) {
                                failures.add(trouble.kind());
                                failed.incrementAndGet();
                            }
                        }
                    }));
                }
                awaitMore(acknowledged::size, 100);
                cluster.kill();
                awaitMore(failed::get, WRITERS);
                cluster.launch();
                awaitMore(acknowledged::size, 100);
                stop.set(true);
            }
            for (Future<?> each : running) {
                each.get();
            }
            List<Long> found = store.contents(token).orElseThrow().entries().stream()
                    .map(ProfileEntry::itemId)
                    .toList();
            assertTrue(
                    found.containsAll(acknowledged),
                    () -> "lost: "
                            + acknowledged.stream()
                                    .filter(item -> !found.contains(item))
                                    .toList());
            assertTrue(
                    found.size() <= acknowledged.size() + failed.get(),
                    "what was not acknowledged may have been in its commit, no more");
            assertTrue(failures.contains(StoreException.Kind.UNAVAILABLE), failures::toString);
            assertTrue(
                    java.util.Set.of(StoreException.Kind.UNAVAILABLE, StoreException.Kind.BUSY)
                            .containsAll(failures),
                    failures::toString);
        }
    }

    /// Waits until a number has grown by so much, two minutes at most.
    private static void awaitMore(java.util.function.IntSupplier number, int more) throws InterruptedException {
        int from = number.getAsInt();
        for (int tenth = 0; number.getAsInt() < from + more; tenth++) {
            assertTrue(tenth < 1_200, "two minutes have gone");
            Thread.sleep(100);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNamedAndWorthAnotherTry() {
        DatabaseSettings nowhere = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:1/profiles?sslmode=disable",
                "fan",
                new Password("a secret"),
                4,
                Duration.ofSeconds(1));

        StoreException away = assertThrows(StoreException.class, () -> Database.open(nowhere));

        assertEquals(
                "the database at jdbc:postgresql://127.0.0.1:1/profiles cannot be reached or broke off (Connection to"
                        + " 127.0.0.1:1 refused. Check that the hostname and port are correct and that the postmaster"
                        + " is accepting TCP/IP connections.); nothing was changed",
                away.getMessage());
        assertEquals(StoreException.Kind.UNAVAILABLE, away.kind());
        assertEquals(Optional.of(Duration.ofSeconds(5)), away.retryAfter());
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt(PostgresCluster cluster) {
        DatabaseSettings right = cluster.newDatabase();
        DatabaseSettings wrong = DatabaseSettings.postgresql(right.url(), right.user(), new Password("a secret"));

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(wrong));

        assertEquals(
                "the database at " + right.url() + " cannot be reached or broke off (FATAL: password authentication"
                        + " failed for user \"osusume\"); nothing was changed",
                refused.getMessage());
    }

    @Test
    void aLockHeldTooLongIsSaidAndTheNextTrySucceeds(PostgresCluster cluster) {
        DatabaseSettings settings = impatient(cluster.newDatabase());
        try (Database one = Database.open(settings);
                Database other = Database.open(settings)) {
            ProfileToken token = store(one).create();
            one.write(handle -> {
                handle.execute("SELECT 1 FROM profile FOR UPDATE");
                StoreException busy =
                        assertThrows(StoreException.class, () -> store(other).apply(token, entry(1)));
                assertEquals(
                        "the database at " + settings.url() + " is busy: no answer within 1 s; try again",
                        busy.getMessage());
                assertEquals(0, store(other).contents(token).orElseThrow().version(), "readers do not wait");
                return 0;
            });
            assertEquals(1, store(other).apply(token, entry(1)).version());
        }
    }

    @Test
    void tablesOfSomebodyElseAreLeftAlone(PostgresCluster cluster) {
        DatabaseSettings settings = cluster.newDatabase();
        cluster.execute(settings, "CREATE TABLE invoices (id BIGINT)");

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(settings));

        assertEquals(StoreException.Kind.DAMAGED, refused.kind());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .endsWith("it must be empty or one of Osusume: name another, or restore a backup"
                                + " (docs/storage.md)"),
                refused.getMessage());
    }
}
