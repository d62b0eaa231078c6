package io.osusume.profiles;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteProfileHistoryTest extends ProfileHistoryContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings settings() {
        return DatabaseSettings.sqlite(folder.resolve("profiles.db"));
    }
}
