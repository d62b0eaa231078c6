package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What opening a database does to its tables, whatever the database.
abstract class MigrationContract {
    abstract DatabaseSettings settings();

    @Test
    void anEmptyDatabaseGetsTheNewestTablesAndASecondStartChangesNothing() {
        List<String> first = history();
        assertEquals(List.of("1", "2", "3", "4"), first);
        assertEquals(Migrations.NEWEST, Integer.parseInt(first.getLast()));
        assertEquals(first, history());
    }

    private List<String> history() {
        try (Database database = Database.open(settings())) {
            return database.read(handle -> handle.createQuery(
                            "SELECT version FROM schema_history WHERE version IS NOT NULL ORDER BY installed_rank")
                    .mapTo(String.class)
                    .list());
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefusedAndNotTouched() {
        try (Database database = Database.open(settings())) {
            database.write(handle -> handle.execute("INSERT INTO schema_history (installed_rank, version, description,"
                    + " type, script, installed_by, execution_time, success)"
                    + " VALUES (9, '7', 'later', 'SQL', 'V7__later.sql', 'later', 1, true)"));
        }

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(settings()));

        assertEquals(
                "the database at " + settings().address()
                        + " has tables of version 7, and this program knows them up to"
                        + " version 4: a newer Osusume wrote it; start that one, or restore the backup made before the"
                        + " change",
                refused.getMessage());
        assertEquals(StoreException.Kind.NEWER_SCHEMA, refused.kind());
    }

    @Test
    void serversThatStartAtTheSameTimeMigrateOnce() throws Exception {
        Callable<String> start = () -> {
            try (Database database = Database.open(settings())) {
                return database.address();
            }
        };
        List<Future<String>> started = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                started.add(executor.submit(start));
            }
        }
        for (Future<String> each : started) {
            assertEquals(settings().address(), each.get());
        }
        assertEquals(List.of("1", "2", "3", "4"), history());
    }

    @Test
    void theCopyKnowsEveryTableAndColumn() {
        try (Database database = Database.open(settings())) {
            for (String table : StoreCopy.tables()) {
                List<String> columns = database.read(handle -> handle.createQuery("SELECT * FROM " + table)
                        .scanResultSet((rows, _) -> {
                            List<String> names = new ArrayList<>();
                            var meta = rows.get().getMetaData();
                            for (int i = 1; i <= meta.getColumnCount(); i++) {
                                names.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
                            }
                            return names;
                        }));
                assertEquals(StoreCopy.columns(table), columns, table);
            }
            assertEquals(
                    StoreCopy.tables().stream().sorted().toList(),
                    database.read(handle ->
                            handle.createQuery(tableNames()).mapTo(String.class).list()));
        }
    }

    /// A query for the names of all tables but the history, in order.
    abstract String tableNames();
}
