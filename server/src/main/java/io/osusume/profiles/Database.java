package io.osusume.profiles;

import com.zaxxer.hikari.HikariDataSource;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// An open database with its tables up to date. Safe for many threads; close it at the end.
///
/// Everything waits at most the time-out of the settings, for a connection and for a lock. A connection that broke is
/// replaced, so that all goes on by itself once a database is back.
public final class Database implements AutoCloseable {
    private final DatabaseSettings settings;
    private final Engine engine;
    private final HikariDataSource readerPool;
    private final HikariDataSource writerPool;
    private final Jdbi readers;
    private final Jdbi writers;
    private final Telemetry telemetry;

    private Database(DatabaseSettings settings, Engine engine, Telemetry telemetry) {
        this.settings = settings;
        this.engine = engine;
        this.telemetry = telemetry;
        readerPool = engine.readers();
        writerPool = engine.writers(readerPool);
        readers = Jdbi.create(readerPool);
        writers = Jdbi.create(writerPool);
    }

    /// Opens a database, makes it if it is a file that is not there, and migrates its tables.
    ///
    /// @throws StoreException if it cannot be reached, is damaged, or was written by a newer program
    public static Database open(DatabaseSettings settings) {
        return open(settings, Telemetry.NONE);
    }

    /// The same, telling of each use.
    public static Database open(DatabaseSettings settings, Telemetry telemetry) {
        Engine engine = settings.engine();
        Migrations.run(engine, settings);
        return new Database(settings, engine, telemetry);
    }

    /// Where it is, for messages.
    public String address() {
        return settings.address();
    }

    /// Returns if the database answers: a check for health pages.
    ///
    /// @throws StoreException if not
    public void ping() {
        read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    /// How much is stored, at one moment.
    public StoreCounts counts() {
        return read(handle -> handle.createQuery("SELECT (SELECT count(*) FROM profile) AS profiles,"
                        + " (SELECT count(*) FROM profile_title WHERE kind = 0) AS entries,"
                        + " (SELECT count(*) FROM profile_title WHERE kind > 0) AS marks,"
                        + " (SELECT count(*) FROM profile_change) AS changes,"
                        + " (SELECT count(*) FROM api_key) AS api_keys")
                .map((row, _) ->
                        new StoreCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .one());
    }

    Engine engine() {
        return engine;
    }

    /// Reads; statements see one moment each.
    <T> T read(HandleCallback<T, RuntimeException> work) {
        return watched(Work.Access.READ, () -> trying(() -> readers.withHandle(work), new Progress()));
    }

    /// Reads; all statements see the same moment.
    <T> T snapshot(HandleCallback<T, RuntimeException> work) {
        return watched(
                Work.Access.READ, () -> trying(() -> readers.inTransaction(engine.snapshot(), work), new Progress()));
    }

    /// Changes what is stored: all that `work` does is on disk when this returns, and nothing of it if this throws,
    /// but for a failure in the middle of the commit, whose message says so. `work` may be called twice.
    <T> T write(HandleCallback<T, RuntimeException> work) {
        Progress progress = new Progress();
        return watched(
                Work.Access.WRITE,
                () -> trying(
                        () -> writers.inTransaction(handle -> {
                            T result = work.withHandle(handle);
                            progress.committing = true;
                            return result;
                        }),
                        progress));
    }

    private <T> T watched(Work.Access access, Attempt<T> attempt) {
        return telemetry.watch(
                new Work.StoreUse(access, engine.migrations()),
                attempt::run,
                failed -> failed instanceof StoreException trouble
                        ? trouble.kind().name().toLowerCase(Locale.ROOT)
                        : "error");
    }

    /// Makes what was deleted unreadable at once, as far as the database can. If that fails the deletion stands all the
    /// same, and what is left in SQLite's log is overwritten in time.
    void erased() {
        try {
            engine.afterErasing(writers);
        } catch (JdbiException failed) {
            SQLException cause = StoreFailures.sqlCause(failed);
            if (cause == null || (engine.kind(cause) == null && !(failed instanceof ConnectionException))) {
                throw failed;
            }
        }
    }

    private <T> T trying(Attempt<T> attempt, Progress progress) {
        try {
            return attempt.run();
        } catch (JdbiException failed) {
            SQLException cause = StoreFailures.sqlCause(failed);
            boolean again = cause != null
                    && !progress.committing
                    && !(failed instanceof ConnectionException)
                    && engine.passing(cause);
            if (!again) {
                throw StoreFailures.translate(failed, engine, settings, progress.committing);
            }
        }
        try {
            return attempt.run();
        } catch (JdbiException failed) {
            throw StoreFailures.translate(failed, engine, settings, progress.committing);
        }
    }

    /// Runs something on a connection that may write, outside any transaction: for tests that set limits.
    void onWriter(java.util.function.Consumer<Handle> work) {
        writers.useHandle(work::accept);
    }

    @Override
    public void close() {
        writerPool.close();
        readerPool.close();
    }

    /// How far a write has got.
    private static final class Progress {
        private boolean committing;
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run();
    }
}
