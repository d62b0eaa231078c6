package io.osusume.profiles;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresProfileStoreTest extends ProfileStoreContract {
    private final DatabaseSettings settings;

    PostgresProfileStoreTest(PostgresCluster cluster) {
        DatabaseSettings usual = cluster.newDatabase();
        settings = new DatabaseSettings(usual.url(), usual.user(), usual.password(), 6, Duration.ofSeconds(60));
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
