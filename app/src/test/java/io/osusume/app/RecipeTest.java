package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.app.settings.Settings;
import io.osusume.artifact.Manifest;
import io.osusume.data.SharedData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final Settings USUAL =
            Settings.read(SharedData.projectRoot().resolve("config/osusume.yaml"), Map.of(), List.of());

    @Test
    void whatThePreparedDataWasMadeWithCountsAndNotWhatIsInForceNow() {
        Manifest prepared = Manifest.of("prepared", Instant.EPOCH)
                .withSettings(new TreeMap<>(Map.of("min-ratings", "20", "seed", "8", "held-out-fraction", "0.3")));
        SortedMap<String, String> expected = new TreeMap<>(Recipe.of(USUAL));
        assertEquals("400", expected.put("prepare.min-ratings", "20"));
        assertEquals("7", expected.put("split.seed", "8"));
        assertEquals("0.2", expected.put("split.held-out", "0.3"));
        assertEquals(expected, Recipe.of(USUAL, prepared));
    }
}
