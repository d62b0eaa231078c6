package io.osusume.gate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// After a grace of 10 seconds a request must have come at 1,000 bytes a second.
class ArrivalsTest {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(10);

    private final AtomicLong bytes = new AtomicLong();
    private final Arrivals.Arrival arrival = new Arrivals.Arrival(bytes::get);

    private boolean tooSlowAfter(double seconds) {
        return arrival.tooSlow(1 + (long) (seconds * 1e9), GRACE);
    }

    @Test
    void aConnectionOnWhichNothingComesIsTheContainersBusiness() {
        assertFalse(tooSlowAfter(0));
        assertFalse(tooSlowAfter(1_000));
    }

    @Test
    void aRequestThatDripsIsTooSlowAfterTheGrace() {
        bytes.set(100);
        assertFalse(tooSlowAfter(0), "the first byte begins the time");
        bytes.set(110);
        assertFalse(tooSlowAfter(10.1), "110 bytes for 0.1 s beyond the grace");
        assertTrue(tooSlowAfter(10.2));
    }

    @Test
    void aLargeRequestMayTakeLongIfItComesFast() {
        bytes.set(1_000);
        assertFalse(tooSlowAfter(0));
        bytes.set(100_000);
        assertFalse(tooSlowAfter(109));
        assertTrue(tooSlowAfter(111));
    }

    @Test
    void aWholeRequestMayBeAnsweredSlowly() {
        bytes.set(100);
        assertFalse(tooSlowAfter(0));
        arrival.whole();
        assertFalse(tooSlowAfter(1_000));
    }

    @Test
    void theNextRequestHasATimeOfItsOwn() {
        bytes.set(100);
        assertFalse(tooSlowAfter(0));
        arrival.whole();
        arrival.answered();
        assertFalse(tooSlowAfter(100), "nothing of the next has come");
        bytes.set(150);
        assertFalse(tooSlowAfter(200), "its first byte begins its time");
        assertFalse(tooSlowAfter(210));
        assertTrue(tooSlowAfter(210.1));
    }
}
