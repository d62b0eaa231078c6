package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
    @Test
    void theOriginalClimbsForEverBecauseItsMinimumIsAboveItsMaximum() {
        LearningRateSchedule original = LearningRateSchedule.original();

        assertEquals(1e-5, original.rate(1), 1e-12);
        assertEquals(1.8e-5, original.rate(2), 1e-12); // (5e-5 - 1e-5) / 5 x 1 + 1e-5
        assertEquals(5e-5, original.rate(6), 1e-12); // (5e-5 - 1e-4) x .8^0 + 1e-4
        assertEquals(6e-5, original.rate(7), 1e-12); // -5e-5 x .8 + 1e-4
        assertEquals(9.780097752e-5, original.rate(20), 1e-12); // as Keras logged it
    }

    @Test
    void theRateStaysAtItsMaximumWhileSustained() {
        LearningRateSchedule schedule = new LearningRateSchedule(.1, .5, .1, 2, 2, .5);

        assertEquals(.1, schedule.rate(1), 1e-12);
        assertEquals(.3, schedule.rate(2), 1e-12);
        assertEquals(.5, schedule.rate(3), 1e-12);
        assertEquals(.5, schedule.rate(4), 1e-12);
        assertEquals(.5, schedule.rate(5), 1e-12);
        assertEquals(.3, schedule.rate(6), 1e-12); // .4 x .5 + .1
    }

    @Test
    void aConstantRateIsTheSameInEveryEpoch() {
        assertEquals(.25, LearningRateSchedule.constant(.25).rate(1));
        assertEquals(.25, LearningRateSchedule.constant(.25).rate(100));
    }

    @Test
    void ratesMustBePositiveAndEpochsNotNegative() {
        assertEquals(
                "learning rate max must be above 0, was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new LearningRateSchedule(1, 0, 1, 1, 1, .5))
                        .getMessage());
        assertEquals(
                "ramp and sustain must be at least 0 epochs, were -1 and 2",
                assertThrows(IllegalArgumentException.class, () -> new LearningRateSchedule(1, 1, 1, -1, 2, .5))
                        .getMessage());
        assertEquals(
                "decay must be in (0, 1], was 1.5",
                assertThrows(IllegalArgumentException.class, () -> new LearningRateSchedule(1, 1, 1, 1, 1, 1.5))
                        .getMessage());
    }
}
