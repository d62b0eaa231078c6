package io.osusume.profiles;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// What differs between the two databases.
sealed interface Engine permits SqliteEngine, PostgresEngine {
    /// The folder of its own migrations.
    String migrations();

    /// Looks whether the database can be used, and makes what it stands in.
    ///
    /// @throws StoreException if not
    void prepare();

    /// Connections without a pool and with long time-outs, for migrations.
    DataSource migrationSource();

    /// Runs while no other program that starts prepares or migrates the same database.
    ///
    /// @throws StoreException if that cannot be made sure
    void exclusively(Runnable start);

    HikariDataSource readers();

    /// May be the same pool as the readers.
    HikariDataSource writers(HikariDataSource readers);

    /// What follows a `select` of a row to keep other writers off it until the transaction ends.
    String rowLock();

    /// The isolation in which all reads of a transaction see one moment.
    TransactionIsolationLevel snapshot();

    /// Makes deleted data unreadable in the files, as far as the database can.
    void afterErasing(Jdbi writers);

    /// Lets ids go on behind copied rows.
    void afterCopying(Handle handle);

    /// What kind of trouble a failure is; null if it is a mistake in the program.
    StoreException.@Nullable Kind kind(SQLException failure);

    /// Whether a failure before the commit may be gone at once on another connection.
    boolean passing(SQLException failure);

    /// A pool that hands out connections of a source.
    ///
    /// @param first what each new connection runs first; empty for nothing
    static HikariDataSource pool(String name, DataSource source, DatabaseSettings settings, int size, String first) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("osusume-" + name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.timeout().toMillis());
        config.setValidationTimeout(Math.min(2_000, settings.timeout().toMillis()));
        config.setInitializationFailTimeout(-1);
        if (!first.isEmpty()) {
            config.setConnectionInitSql(first);
        }
        return new HikariDataSource(config);
    }
}
