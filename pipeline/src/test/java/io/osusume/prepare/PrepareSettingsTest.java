package io.osusume.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.RatingScale;
import org.junit.jupiter.api.Test;

class PrepareSettingsTest {
    @Test
    void usersNeed400RatingsUnlessToldOtherwise() {
        assertEquals(400, PrepareSettings.DEFAULT.minRatings());
        assertEquals(Unscored.EXCLUDE_FROM_RATINGS, PrepareSettings.DEFAULT.unscored());
    }

    @Test
    void aListNeedsAtLeastOneRow() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> PrepareSettings.DEFAULT.withMinRatings(0));
        assertEquals("min-ratings must be at least 1, was 0", thrown.getMessage());
    }

    @Test
    void thereIsAtLeastOneThread() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> PrepareSettings.DEFAULT.withThreads(0));
        assertEquals("threads must be at least 1, was 0", thrown.getMessage());
    }

    @Test
    void theWordForUnscoredRowsNamesTheScale() {
        assertEquals(
                RatingScale.SCORED_ONLY, Unscored.of("exclude-from-ratings").scale());
        assertEquals(RatingScale.UNSCORED_AS_ZERO, Unscored.of("as-zero").scale());
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> Unscored.of("drop"));
        assertEquals("unscored must be exclude-from-ratings or as-zero, was 'drop'", thrown.getMessage());
    }
}
