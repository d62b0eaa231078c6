package io.osusume.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import io.osusume.tune.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpacesTest {
    private static Settings settings(String... assignments) {
        Path shipped = SharedData.projectRoot().resolve("config/osusume.yaml");
        return Settings.read(shipped, Map.of(), List.of(assignments));
    }

    @Test
    void everyConfigurationOfEverySpaceIsOneTheSettingsAccept() {
        Settings settings = settings();
        for (String family : Spaces.FAMILIES) {
            SearchSpace space = Spaces.of(family, settings);
            for (int number = 0; number < 300; number++) {
                Settings tried = settings.with(space.configuration(3, number), "tune");
                assertEquals(
                        "tune", tried.origin(Setting.of(space.keys().getFirst()).orElseThrow()));
            }
        }
    }

    @Test
    void configurationZeroIsTheCommittedDefaults() {
        SearchSpace space = Spaces.of("als", settings());
        assertEquals(
                Map.of("als.alpha", "2", "als.regularization", "20", "als.epochs", "15"), space.configuration(3, 0));
    }

    @Test
    void whatTheCommandLineSaysIsHeld() {
        assertEquals(
                List.of("edlae.constant", "edlae.strongest", "edlae.franchise-weight"),
                Spaces.of("edlae", settings("edlae.dropout=0.3")).keys());
    }
}
