package io.osusume.profiles;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresApiKeysTest extends ApiKeysContract {
    private final DatabaseSettings settings;

    PostgresApiKeysTest(PostgresCluster cluster) {
        settings = cluster.newDatabase();
    }

    @Override
    DatabaseSettings settings() {
        return settings;
    }
}
