package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // a clock may run over
    private final RateLimit limit = new RateLimit(60, now::get);

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    private int takeMany(String address, int times) {
        int passed = 0;
        for (int k = 0; k < times; k++) {
            passed += limit.take(address) == 0 ? 1 : 0;
        }
        return passed;
    }

    @Test
    void aMinutesWorthComesAtOnceThenOneASecond() {
        assertEquals(60, takeMany("10.0.0.1", 100));
        assertEquals(1, limit.take("10.0.0.1"));
        pass(999);
        assertEquals(1, limit.take("10.0.0.1"));
        pass(1);
        assertEquals(0, limit.take("10.0.0.1"));
        assertEquals(1, limit.take("10.0.0.1"));
        pass(5_000);
        assertEquals(5, takeMany("10.0.0.1", 100));
        pass(600_000);
        assertEquals(60, takeMany("10.0.0.1", 100));
    }

    @Test
    void eachAddressHasItsOwnAndAnIpv6NetworkIsOne() {
        assertEquals(60, takeMany("10.0.0.1", 60));
        assertEquals(60, takeMany("10.0.0.2", 61));
        assertEquals(60, takeMany("2001:db8:1:2:3:4:5:6", 61));
        assertEquals(1, limit.take("2001:db8:1:2::1"));
        assertEquals(0, limit.take("2001:db8:1:3::1"));
    }

    @Test
    void addressesThatHaveRestedAreForgottenAndTooManyShare() {
        for (int k = 0; k < RateLimit.MOST + 100; k++) {
            limit.take("10." + (k >> 16) + "." + (k >> 8 & 255) + "." + (k & 255));
        }
        assertTrue(limit.kept() <= RateLimit.MOST + 1, "kept " + limit.kept());
        assertEquals(1, limit.take("11.0.0.1")); // the 100 that were too many have emptied the shared bucket
        pass(2_000);
        assertEquals(0, limit.take("11.0.0.1"));
        assertEquals(1 + 1, limit.kept()); // this one, and the shared bucket that is not full yet
    }
}
