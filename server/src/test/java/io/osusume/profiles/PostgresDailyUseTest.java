package io.osusume.profiles;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresDailyUseTest extends DailyUseContract {
    private final DatabaseSettings settings;

    PostgresDailyUseTest(PostgresCluster cluster) {
        settings = cluster.newDatabase();
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
