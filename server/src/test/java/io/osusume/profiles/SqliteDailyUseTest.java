package io.osusume.profiles;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDailyUseTest extends DailyUseContract {
    @TempDir
    Path folder;

    @Override
    DatabaseSettings settings() {
        return DatabaseSettings.sqlite(folder.resolve("profiles.db"));
    }
}
