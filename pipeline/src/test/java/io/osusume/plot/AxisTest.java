package io.osusume.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void durationsSuitTheirSize() {
        assertEquals("42 µs", Figures.duration(Duration.ofNanos(42_000)));
        assertEquals("3.1 ms", Figures.duration(Duration.ofNanos(3_100_000)));
        assertEquals("0.84 s", Figures.duration(Duration.ofMillis(840)));
        assertEquals("12.5 s", Figures.duration(Duration.ofMillis(12_500)));
        assertEquals("3 min 20 s", Figures.duration(Duration.ofSeconds(200)));
        assertEquals("1 min 0 s", Figures.duration(Duration.ofMillis(59_960)));
    }

    @Test
    void ticksAreRoundAndHoldTheValues() {
        Axis axis = Axis.holding(0, .535, 4, 0, 100);

        assertEquals(
                List.of("0.0", "0.2", "0.4", "0.6"),
                axis.ticks().stream().map(axis::label).toList());
        assertEquals("50.00", axis.at(.3)); // half of .6
        Axis differences = Axis.holding(-.013, .004, 4, 0, 100);
        assertEquals(
                List.of("−0.015", "−0.010", "−0.005", "0.000", "0.005"),
                differences.ticks().stream().map(differences::label).toList());
        Axis constant = Axis.holding(.5, .5, 3, 0, 100);
        assertTrue(constant.low() <= .5 && .5 <= constant.high() && constant.low() < constant.high());
    }
}
