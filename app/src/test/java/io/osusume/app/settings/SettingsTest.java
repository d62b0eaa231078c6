package io.osusume.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("osusume.yaml"), yaml);
    }

    private String refusal(String yaml, Map<String, String> environment, String... assignments) throws IOException {
        Path file = file(yaml);
        SettingsException refused =
                assertThrows(SettingsException.class, () -> Settings.read(file, environment, List.of(assignments)));
        return String.valueOf(refused.getMessage()).replace(folder.toString(), "FOLDER");
    }

    @Test
    void theShippedFileNamesEverySettingWithItsDefaultAndSaysSoInItsComment() throws IOException {
        Path shipped = SharedData.projectRoot().resolve("config/osusume.yaml");
        Settings settings = Settings.read(shipped, Map.of(), List.of());
        String text = Files.readString(shipped);
        for (Setting setting : Setting.values()) {
            assertEquals(setting.defaultValue(), settings.text(setting), setting.key());
            assertEquals(shipped.toString(), settings.origin(setting), setting.key() + " stands in the file");
            assertTrue(
                    text.contains("Default: " + setting.defaultValue() + "\n"),
                    "a comment says the default of " + setting.key());
        }
    }

    @Test
    void theCommandLineBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
        Path file = file("prepare:\n  min-ratings: 50\nserve:\n  port: 1\n");
        Settings settings = Settings.read(
                file,
                Map.of("OSUSUME_PREPARE_MIN_RATINGS", "60", "OSUSUME_SERVE_PORT", "2", "PATH", "/bin"),
                List.of("prepare.min-ratings=70"));
        assertEquals(70, settings.integer(Setting.MIN_RATINGS));
        assertEquals("--set", settings.origin(Setting.MIN_RATINGS));
        assertEquals(2, settings.integer(Setting.SERVE_PORT));
        assertEquals("environment", settings.origin(Setting.SERVE_PORT));
        assertEquals(512, settings.integer(Setting.ALS_EMBEDDING_SIZE));
        assertEquals("default", settings.origin(Setting.ALS_EMBEDDING_SIZE));
    }

    @Test
    void anUnknownKeyIsNamedWithItsValueAndOriginAndTheNearestKey() throws IOException {
        assertEquals(
                "unknown setting prepare.minratings = 5 (FOLDER/osusume.yaml); did you mean prepare.min-ratings? "
                        + "see `./osusume settings` for all of them",
                refusal("prepare:\n  minratings: 5\n", Map.of()));
        assertEquals(
                "unknown setting als.size = 5 (--set); see `./osusume settings` for all of them",
                refusal("{}", Map.of(), "als.size=5"));
        assertEquals(
                "unknown setting OSUSUME_ALS_SIZE = 5 (environment); see `./osusume settings` for all of them",
                refusal("{}", Map.of("OSUSUME_ALS_SIZE", "5")));
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsRangeAndOrigin() throws IOException {
        assertEquals(
                "prepare.min-ratings must be a whole number in [1, 100000], was '0' (FOLDER/osusume.yaml)",
                refusal("prepare:\n  min-ratings: 0\n", Map.of()));
        assertEquals(
                "serve.port must be a whole number in [0, 65535], was 'http' (environment)",
                refusal("{}", Map.of("OSUSUME_SERVE_PORT", "http")));
        assertEquals(
                "ingest.limit must be a whole number in [1, 1000000000] or none, was 'all' (--set)",
                refusal("{}", Map.of(), "ingest.limit=all"));
        assertEquals(
                "train.models must be one or more of " + String.join(", ", Families.NAMES)
                        + ", separated by commas, was 'ease,svd' (--set)",
                refusal("{}", Map.of(), "train.models=ease,svd"));
        assertEquals("--set needs key=value, was 'ease'", refusal("{}", Map.of(), "ease"));
    }

    @Test
    void addressesOfServicesAreHttpsOrOfThisComputer() throws IOException {
        for (String address : List.of(
                "http://kitsu.app",
                "https://kitsu.app/",
                "https://a:b@kitsu.app",
                "kitsu.app",
                "https://kitsu.app?a")) {
            assertEquals(
                    "imports.kitsu-url must be https://host/path without a slash at its end (http:// only to this "
                            + "computer), was '" + address + "' (--set)",
                    refusal("{}", Map.of(), "imports.kitsu-url=" + address));
        }
        assertEquals(
                "http://127.0.0.1:8080",
                Settings.read(file("{}"), Map.of(), List.of("imports.kitsu-url=http://127.0.0.1:8080"))
                        .text(Setting.IMPORTS_KITSU_URL));
    }

    @Test
    void aMissingOrBrokenFileIsNamed() throws IOException {
        assertEquals(
                "there is no settings file nowhere.yaml; name one with --config FILE",
                assertThrows(SettingsException.class, () -> Settings.read(Path.of("nowhere.yaml"), Map.of(), List.of()))
                        .getMessage());
        assertTrue(refusal("a: [", Map.of()).startsWith("the settings file FOLDER/osusume.yaml is not YAML: "));
    }
}
