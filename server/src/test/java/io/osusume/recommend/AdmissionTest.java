package io.osusume.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration LONG = Duration.ofHours(1);

    /// A question that says when it is worked on and stays until it may leave.
    private static FutureTask<String> started(Admission admission, CountDownLatch entered, CountDownLatch leave) {
        FutureTask<String> task = new FutureTask<>(() -> admission.admit(() -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            return "done";
        }));
        Thread.ofVirtual().start(task);
        return task;
    }

    @Test
    void someAreWorkedOnSomeWaitTheRestIsTurnedAway() throws Exception {
        Admission admission = new Admission(2, 3, LONG);
        CountDownLatch entered = new CountDownLatch(2);
        CountDownLatch leave = new CountDownLatch(1);
        List<FutureTask<String>> admitted = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            admitted.add(started(admission, entered, leave));
        }
        entered.await();
        while (admission.waiting() < 3) {
            Thread.onSpinWait();
        }
        assertEquals(
                "too many questions at once; ask again in a moment",
                assertThrows(RecommendException.class, () -> admission.admit(() -> "no"))
                        .getMessage());
        assertEquals(1, admission.turnedAway());
        leave.countDown();
        for (FutureTask<String> each : admitted) {
            assertEquals("done", each.get());
        }
        assertEquals(0, admission.waiting());
        assertEquals("yes", admission.admit(() -> "yes"));
    }

    @Test
    void nobodyWaitsLongerThanPatienceLasts() throws Exception {
        Admission admission = new Admission(1, 10, Duration.ofMillis(1));
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        FutureTask<String> inside = started(admission, entered, leave);
        entered.await();
        assertEquals(
                RecommendException.Reason.BUSY,
                assertThrows(RecommendException.class, () -> admission.admit(() -> "early"))
                        .reason());
        leave.countDown();
        assertEquals("done", inside.get());
        assertEquals(0, admission.waiting());
    }

    @Test
    void aQuestionThatFailsMakesRoom() {
        Admission admission = new Admission(1, 0, LONG);
        assertThrows(
                IllegalStateException.class,
                () -> admission.admit(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertEquals("next", admission.admit(() -> "next"));
    }
}
