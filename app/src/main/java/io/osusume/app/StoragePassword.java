package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.app.settings.SettingsException;
import io.osusume.profiles.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where the password of the database comes from: the environment, else a file, never a setting or the command line.
final class StoragePassword {
    private StoragePassword() {}

    /// The password, none if nothing gives one.
    ///
    /// @param environment the process's variables
    static Password read(Settings settings, Map<String, String> environment) {
        String given = environment.get(Settings.PASSWORD_VARIABLE);
        if (given != null) {
            return new Password(given);
        }
        String name = settings.text(Setting.STORAGE_PASSWORD_FILE);
        if (name.equals("none")) {
            return Password.NONE;
        }
        Path file = Path.of(name);
        try {
            return new Password(Files.readAllLines(file).stream().findFirst().orElse(""));
        } catch (IOException unreadable) {
            throw new SettingsException(
                    Setting.STORAGE_PASSWORD_FILE.key() + " must name a file that can be read, was '" + file + "' ("
                            + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
