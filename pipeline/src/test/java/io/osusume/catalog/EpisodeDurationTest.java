package io.osusume.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeDurationTest {
    @ParameterizedTest
    @CsvSource({
        "24 min. per ep., 24",
        "5 min., 5",
        "1 hr. 55 min., 115",
        "2 hr. 3 min. per ep., 123",
        "1 hr., 60",
        "1 hr. per ep., 60",
        "45 sec., 0.75",
        "30 sec. per ep., 0.5"
    })
    void everyFormOfTheRealFileBecomesMinutes(String text, double minutes) {
        assertEquals(minutes, EpisodeDuration.minutes(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "24 minutes", "per ep.", "min. 24"})
    void anythingElseIsRefused(String text) {
        assertTrue(EpisodeDuration.minutes(text).isEmpty());
    }
}
