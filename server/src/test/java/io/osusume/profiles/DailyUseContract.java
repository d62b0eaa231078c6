package io.osusume.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What counting a day's answers and money promises, whatever the database; two servers count in it.
abstract class DailyUseContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private Database one;
    private Database other;

    abstract DatabaseSettings settings();

    @BeforeEach
    void startTwoServers() {
        DatabaseSettings settings = settings();
        one = Database.open(settings);
        other = Database.open(settings);
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void theMoneyOfADayIsThatOfAllServers() {
        new DailyUse(one).spend(TODAY, .000_012);
        new DailyUse(other).spend(TODAY, .25);
        assertEquals(.250_012, new DailyUse(one).spent(TODAY), 1e-12);
        assertEquals(.250_012, new DailyUse(other).spent(TODAY), 1e-12);
        assertEquals(0, new DailyUse(one).spent(TODAY.plusDays(1)));
    }

    @Test
    void eachHasTheAnswersOfADayOnceWhicheverServerIsAsked() {
        DailyUse first = new DailyUse(one);
        DailyUse second = new DailyUse(other);
        assertTrue(first.takeAnswer(TODAY, "profile 1", 2));
        assertTrue(second.takeAnswer(TODAY, "profile 1", 2));
        assertFalse(first.takeAnswer(TODAY, "profile 1", 2));
        assertFalse(second.takeAnswer(TODAY, "profile 1", 2));
        assertTrue(second.takeAnswer(TODAY, "profile 2", 2));
        assertFalse(second.takeAnswer(TODAY, "profile 3", 0));
        assertTrue(first.takeAnswer(TODAY.plusDays(1), "profile 1", 2), "a new day");
    }

    @Test
    void noneIsCountedTwiceOrLostWhereManyAskAtOnce() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            for (int k = 0; k < 40; k++) {
                DailyUse use = new DailyUse(k % 2 == 0 ? one : other);
                done.add(many.submit(() -> {
                    if (use.takeAnswer(TODAY, "profile", 25)) {
                        taken.incrementAndGet();
                    }
                    use.spend(TODAY, .001);
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertEquals(25, taken.get());
        assertEquals(.04, new DailyUse(one).spent(TODAY), 1e-12);
    }

    @Test
    void whoAskedIsNotToBeReadAndGoneTheNextDay() {
        DailyUse use = new DailyUse(one);
        use.takeAnswer(TODAY, "profile 1", 5);
        byte[] kept = one.read(handle -> handle.createQuery("SELECT who FROM chat_answers")
                .mapTo(byte[].class)
                .one());
        assertEquals(32, kept.length);
        use.takeAnswer(TODAY.plusDays(1), "somebody else", 5);
        assertEquals(
                List.of(TODAY.plusDays(1).toEpochDay()),
                one.read(handle -> handle.createQuery("SELECT day FROM chat_answers")
                        .mapTo(Long.class)
                        .list()));
    }
}
