package io.osusume.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BoostedTreesSettingsTest {
    private static void assertRefused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }

    @Test
    void everySettingOutOfRangeIsNamed() {
        assertRefused(
                "trees must be in [1, 10000], was 0", () -> new BoostedTreesSettings(0, 31, .1, 80, .5, .7, 5, 63));
        assertRefused(
                "leaves must be in [2, 1024], was 1", () -> new BoostedTreesSettings(150, 1, .1, 80, .5, .7, 5, 63));
        assertRefused(
                "learning-rate must be in (0, 1], was 0.0",
                () -> new BoostedTreesSettings(150, 31, 0, 80, .5, .7, 5, 63));
        assertRefused(
                "rows-per-leaf must be in [1, 1000000], was 0",
                () -> new BoostedTreesSettings(150, 31, .1, 0, .5, .7, 5, 63));
        assertRefused(
                "feature-share must be in (0, 1], was NaN",
                () -> new BoostedTreesSettings(150, 31, .1, 80, Double.NaN, .7, 5, 63));
        assertRefused(
                "row-share must be in (0, 1], was 1.1",
                () -> new BoostedTreesSettings(150, 31, .1, 80, .5, 1.1, 5, 63));
        assertRefused(
                "regularization must be in [0, 1000000], was -1.0",
                () -> new BoostedTreesSettings(150, 31, .1, 80, .5, .7, -1, 63));
        assertRefused(
                "bins must be in [2, 255], was 256", () -> new BoostedTreesSettings(150, 31, .1, 80, .5, .7, 5, 256));
    }

    @Test
    void allSettingsAreInTheManifest() {
        assertEquals(
                "{bins=63, feature-share=0.5, learning-rate=0.1, leaves=31, regularization=5.0, row-share=0.7,"
                        + " rows-per-leaf=80, trees=150}",
                BoostedTreesSettings.defaults().byName().toString());
    }
}
