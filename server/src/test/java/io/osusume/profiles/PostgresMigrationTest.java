package io.osusume.profiles;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresMigrationTest extends MigrationContract {
    private final DatabaseSettings settings;

    PostgresMigrationTest(PostgresCluster cluster) {
        settings = cluster.newDatabase();
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }

    @Override
    String tableNames() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " AND table_name <> 'schema_history' ORDER BY table_name";
    }
}
