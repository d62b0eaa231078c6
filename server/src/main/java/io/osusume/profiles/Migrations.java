package io.osusume.profiles;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables of a database to what this program knows.
final class Migrations {
    /// The newest version in `db/migration`.
    static final int NEWEST = 4;

    private static final String TABLE = "schema_history";

    private Migrations() {}

    /// Prepares the database and migrates it, unless all is done: then little is read, so that a start is fast.
    static void run(Engine engine, DatabaseSettings settings) {
        engine.exclusively(() -> {
            engine.prepare();
            DataSource source = engine.migrationSource();
            if (version(source, engine, settings) < NEWEST) {
                migrate(source, engine, settings);
            }
        });
    }

    private static void migrate(DataSource source, Engine engine, DatabaseSettings settings) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + engine.migrations())
                    .table(TABLE)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            if (StoreFailures.sqlCause(failed) != null) {
                throw StoreFailures.translate(failed, engine, settings, false);
            }
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "the tables of the database at " + settings.address() + " cannot be brought to version " + NEWEST
                            + " ("
                            + String.valueOf(failed.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + "); it must be empty or one of Osusume: name another, or restore a backup"
                            + " (docs/storage.md)",
                    failed);
        }
    }

    /// The version the tables have, 0 for none.
    ///
    /// @throws StoreException if it is newer than this program
    private static int version(DataSource source, Engine engine, DatabaseSettings settings) {
        int version = 0;
        try (Connection connection = source.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), TABLE, new String[] {"TABLE"})) {
            if (!tables.next()) {
                return 0;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT version, success FROM " + TABLE + " WHERE version IS NOT NULL")) {
                while (rows.next()) {
                    if (!rows.getBoolean(2)) {
                        return 0; // Flyway says what failed
                    }
                    version = Math.max(version, Integer.parseInt(rows.getString(1)));
                }
            }
        } catch (SQLException failed) {
            throw StoreFailures.translate(failed, engine, settings, false);
        }
        if (version > NEWEST) {
            throw new StoreException(
                    StoreException.Kind.NEWER_SCHEMA,
                    "the database at " + settings.address() + " has tables of version " + version
                            + ", and this program knows them up to version " + NEWEST
                            + ": a newer Osusume wrote it; start that one, or restore the backup made before the change",
                    null);
        }
        return version;
    }
}
