package io.osusume.app.settings;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// The value of every setting and where it came from: command line, environment, file or default, in that order.
/// Immutable; every value has been checked.
public final class Settings {
    /// The variable that holds the password of the database. No setting holds it, since settings are shown.
    public static final String PASSWORD_VARIABLE = "OSUSUME_STORAGE_PASSWORD";

    private static final String PASSWORD_KEY = "storage.password";

    private static final List<String> OTHER_VARIABLES = List.of(
            "OSUSUME_CONFIG",
            "OSUSUME_JAVA_OPTS",
            "OSUSUME_NO_AOT",
            "OSUSUME_HOME",
            "OSUSUME_MAL_CLIENT_ID",
            PASSWORD_VARIABLE);

    private static final String COMMAND_LINE = "--set";
    private static final String ENVIRONMENT = "environment";

    private final Map<Setting, String> values;
    private final Map<Setting, String> origins;

    private Settings(Map<Setting, String> values, Map<Setting, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /// Reads and checks all settings.
    ///
    /// @param file a YAML file, which may leave out keys
    /// @param environment the process's variables; those that begin with `OSUSUME_` count
    /// @param assignments `key=value` from the command line; the last of a key wins
    /// @throws SettingsException at the first unknown key or value out of range
    public static Settings read(Path file, Map<String, String> environment, List<String> assignments) {
        List<ConfigSource> sources = List.of(yaml(file), environmentSource(environment), assignmentSource(assignments));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(sources.toArray(ConfigSource[]::new))
                .build();
        for (ConfigSource source : sources) {
            for (String key : source.getPropertyNames()) {
                if (key.equals(PASSWORD_KEY)) {
                    throw new SettingsException(PASSWORD_KEY + " is no setting, for settings are shown ("
                            + source.getName() + "); put the password into the environment variable "
                            + PASSWORD_VARIABLE + ", or into a file that storage.password-file names");
                }
                if (Setting.of(key).isEmpty()) {
                    throw new SettingsException("unknown setting " + key + " = " + source.getValue(key) + " ("
                            + source.getName() + "); " + nearest(key) + "see `./osusume settings` for all of them");
                }
            }
        }
        Settings settings = new Settings(new EnumMap<>(Setting.class), new EnumMap<>(Setting.class));
        for (Setting setting : Setting.values()) {
            var found = config.getConfigValue(setting.key());
            boolean given = found.getRawValue() != null;
            String value = given ? String.valueOf(found.getValue()).strip() : setting.defaultValue();
            String origin = given ? String.valueOf(found.getConfigSourceName()) : "default";
            settings.put(setting, value, origin);
        }
        return settings;
    }

    private static ConfigSource yaml(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new SettingsException("there is no settings file " + file + "; name one with --config FILE");
        } catch (IOException unreadable) {
            throw new SettingsException("the settings file " + file + " cannot be read: " + unreadable.getMessage());
        }
        try {
            return new YamlConfigSource(file.toString(), text, 100);
        } catch (RuntimeException broken) {
            throw new SettingsException("the settings file " + file + " is not YAML: " + broken.getMessage());
        }
    }

    private static ConfigSource environmentSource(Map<String, String> environment) {
        Map<String, String> known = new HashMap<>();
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environmentVariable());
            if (value != null) {
                known.put(setting.key(), value);
            }
        }
        environment.forEach((name, value) -> {
            boolean ours = name.startsWith("OSUSUME_") && !OTHER_VARIABLES.contains(name);
            if (ours
                    && List.of(Setting.values()).stream()
                            .noneMatch(s -> s.environmentVariable().equals(name))) {
                throw new SettingsException("unknown setting " + name + " = " + value
                        + " (environment); see `./osusume settings` for all of them");
            }
        });
        return new NamedSource(known, ENVIRONMENT, 300);
    }

    private static ConfigSource assignmentSource(List<String> assignments) {
        Map<String, String> given = new HashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals <= 0) {
                throw new SettingsException("--set needs key=value, was '" + assignment + "'");
            }
            given.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
        }
        return new NamedSource(given, COMMAND_LINE, 400);
    }

    private static String nearest(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        for (Setting setting : Setting.values()) {
            if (setting.key().endsWith("." + last)
                    || setting.key().replace("-", "").equals(key.replace("-", ""))) {
                return "did you mean " + setting.key() + "? ";
            }
        }
        return "";
    }

    /// The value as text.
    public String text(Setting setting) {
        return java.util.Objects.requireNonNull(values.get(setting));
    }

    /// Where the value came from: `--set`, `environment`, a file's name or `default`.
    public String origin(Setting setting) {
        return java.util.Objects.requireNonNull(origins.get(setting));
    }

    /// Whether the command line or the environment says it, not a file or the default.
    public boolean isGivenForThisRun(Setting setting) {
        return List.of(COMMAND_LINE, ENVIRONMENT).contains(origin(setting));
    }

    /// The same settings with some of other values.
    ///
    /// @param changed values by key
    /// @param origin where they came from
    /// @throws SettingsException at the first unknown key or value out of range
    public Settings with(Map<String, String> changed, String origin) {
        Settings copy = new Settings(new EnumMap<>(values), new EnumMap<>(origins));
        changed.forEach((key, value) -> {
            Setting setting = Setting.of(key)
                    .orElseThrow(() -> new SettingsException("unknown setting " + key + " (" + origin + ")"));
            copy.put(setting, value, origin);
        });
        return copy;
    }

    private void put(Setting setting, String value, String origin) {
        if (!setting.accepts(value)) {
            throw new SettingsException(setting.key() + " must be " + setting.allowed() + ", was "
                    + setting.shown(value) + " (" + origin + ")");
        }
        values.put(setting, value);
        origins.put(setting, origin);
    }

    public int integer(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public long longInteger(Setting setting) {
        return Long.parseLong(text(setting));
    }

    public double real(Setting setting) {
        return Double.parseDouble(text(setting));
    }

    /// The words of a list.
    public List<String> words(Setting setting) {
        return List.of(text(setting).split(",")).stream()
                .map(String::strip)
                .distinct()
                .toList();
    }

    /// The rows to take, empty for `none`.
    public OptionalLong limit() {
        String value = text(Setting.INGEST_LIMIT);
        return value.equals("none") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    }

    /// How many threads compute: as many as there are processors for `auto`.
    public int threads() {
        String value = text(Setting.THREADS);
        return value.equals("auto") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(value);
    }

    private static final class NamedSource extends MapBackedConfigSource {
        private static final long serialVersionUID = 1;

        NamedSource(Map<String, String> values, String name, int ordinal) {
            super(name, values, ordinal);
        }
    }
}
