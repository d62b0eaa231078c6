package io.osusume.web;

import static io.osusume.profiles.StoreException.Kind.BUSY;
import static io.osusume.profiles.StoreException.Kind.FULL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreFailureLogTest {
    @Test
    void troubleOfAKindIsToldEveryTenSecondsWithHowOftenItCameMeanwhile() {
        AtomicLong nanos = new AtomicLong(-5);
        StoreFailureLog log = new StoreFailureLog(nanos::get);

        assertEquals(0, log.due(FULL));
        assertEquals(-1, log.due(FULL));
        assertEquals(0, log.due(BUSY), "another kind is news");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertEquals(-1, log.due(FULL));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertEquals(2, log.due(FULL));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertEquals(0, log.due(FULL));
    }
}
