package io.osusume.profiles;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// PostgreSQL: several servers may share it. A writer locks the row of its profile.
record PostgresEngine(DatabaseSettings settings) implements Engine {
    private static final Duration MIGRATION_WAIT = Duration.ofMinutes(10);

    @Override
    public String migrations() {
        return "postgresql";
    }

    @Override
    public void prepare() {
        // connecting tells
    }

    /// Connections on which a statement takes at most a while.
    private DataSource source(Duration statement) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password().text());
        source.setConnectTimeout(Math.toIntExact(settings.timeout().toSeconds()));
        source.setLoginTimeout(Math.toIntExact(settings.timeout().toSeconds()));
        // the server gives up first, and says so; the socket's time-out is for a server that says nothing any more
        source.setSocketTimeout(Math.toIntExact(statement.toSeconds()) + 5);
        source.setOptions("-c statement_timeout=" + statement.toMillis() + " -c lock_timeout="
                + settings.timeout().toMillis() + " -c idle_in_transaction_session_timeout=60000");
        source.setTcpKeepAlive(true);
        source.setApplicationName("osusume");
        source.setReWriteBatchedInserts(true);
        source.setLogServerErrorDetail(false); // details quote values of rows
        return source;
    }

    @Override
    public DataSource migrationSource() {
        return source(MIGRATION_WAIT);
    }

    /// Flyway itself takes an advisory lock.
    @Override
    public void exclusively(Runnable migration) {
        migration.run();
    }

    @Override
    public HikariDataSource readers() {
        return Engine.pool(
                "postgresql", source(settings.timeout().multipliedBy(2)), settings, settings.connections(), "");
    }

    @Override
    public HikariDataSource writers(HikariDataSource readers) {
        return readers;
    }

    @Override
    public String rowLock() {
        return " FOR UPDATE";
    }

    @Override
    public TransactionIsolationLevel snapshot() {
        return TransactionIsolationLevel.REPEATABLE_READ;
    }

    /// The space of deleted rows is overwritten after the next vacuum, which PostgreSQL does by itself.
    @Override
    public void afterErasing(Jdbi writers) {}

    @Override
    public void afterCopying(Handle handle) {
        handle.createQuery("SELECT setval(pg_get_serial_sequence('profile', 'id'),"
                        + " (SELECT coalesce(max(id), 0) + 1 FROM profile), false)")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public StoreException.@Nullable Kind kind(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "53100" -> StoreException.Kind.FULL; // disk_full
            case "57014", "55P03" -> StoreException.Kind.BUSY; // statement or lock time-out
            case "XX001", "XX002" -> StoreException.Kind.DAMAGED; // data or index corrupted
            case "25006" -> StoreException.Kind.UNAVAILABLE; // a standby that only reads
            default ->
                switch (state.isEmpty() ? "" : state.substring(0, 2)) {
                    case "08", "28", "3D", "57", "58" -> StoreException.Kind.UNAVAILABLE;
                    case "40", "53" -> StoreException.Kind.BUSY;
                    default -> null;
                };
        };
    }

    @Override
    public boolean passing(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("40");
    }
}
