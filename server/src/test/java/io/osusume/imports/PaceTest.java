package io.osusume.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static long wait(Pace pace, long atSeconds) {
        return pace.reserve(at(atSeconds), LONG).toSeconds();
    }

    @Test
    void noMinuteHasMoreTurnsThanAllowed() {
        Pace pace = new Pace(3);

        assertEquals(0, wait(pace, 0));
        assertEquals(0, wait(pace, 10));
        assertEquals(0, wait(pace, 20));
        assertEquals(30, wait(pace, 30)); // at 60, the first turn is a minute old
        assertEquals(39, wait(pace, 31)); // at 70, the second
        assertEquals(48, wait(pace, 32)); // at 80, the third
        assertEquals(87, wait(pace, 33)); // at 120, a minute after the fourth
        assertEquals(0, wait(pace, 181));
    }

    @Test
    void aTurnThatIsTooFarAwayIsNotTaken() {
        Pace pace = new Pace(1);
        assertEquals(0, wait(pace, 0));

        assertEquals(Duration.ofSeconds(60), pace.reserve(at(0), Duration.ofSeconds(59)));
        assertEquals(Duration.ofSeconds(60), pace.reserve(at(0), Duration.ofSeconds(60)));
        assertEquals(Duration.ofSeconds(120), pace.reserve(at(0), Duration.ofSeconds(60)));
    }

    @Test
    void aClosedServiceIsNotAskedBeforeItOpens() {
        Pace pace = new Pace(10);
        pace.closeUntil(at(30));
        pace.closeUntil(at(20));

        assertEquals(30, wait(pace, 0));
        assertEquals(0, wait(pace, 30));
    }

    @Test
    void theServiceMayLowerTheRateAndRaiseItAgainButNotAboveTheSetting() {
        Pace pace = new Pace(2);
        pace.allow(1);
        assertEquals(0, wait(pace, 0));
        assertEquals(59, wait(pace, 1));
        pace.allow(90);
        assertEquals(0, wait(pace, 121));
        assertEquals(0, wait(pace, 121));
        assertEquals(60, wait(pace, 121));
        pace.allow(0);
        assertEquals(0, wait(pace, 242));
    }
}
