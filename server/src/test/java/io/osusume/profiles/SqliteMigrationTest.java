package io.osusume.profiles;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest extends MigrationContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings settings() {
        return DatabaseSettings.sqlite(folder.resolve("profiles.db"));
    }

    @Override
    String tableNames() {
        return "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                + " AND name <> 'schema_history' ORDER BY name";
    }
}
