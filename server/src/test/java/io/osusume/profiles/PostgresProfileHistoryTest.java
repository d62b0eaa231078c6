package io.osusume.profiles;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresProfileHistoryTest extends ProfileHistoryContract {
    private final DatabaseSettings settings;

    PostgresProfileHistoryTest(PostgresCluster cluster) {
        settings = cluster.newDatabase();
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
