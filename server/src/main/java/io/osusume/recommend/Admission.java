package io.osusume.recommend;

import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Lets as many questions be worked on at once as the machine can, lets some more wait for their turn in the order they
/// came, and turns the rest away at once: a queue that cannot pile up. Safe for use by many threads; waiting is cheap
/// on virtual ones.
public final class Admission {
    private final Semaphore running;
    private final int atOnce;
    private final int mayWait;
    private final Duration patience;
    private final Telemetry telemetry;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder turnedAway = new LongAdder();

    /// A door for some.
    ///
    /// @param atOnce how many are worked on at once, at least 1
    /// @param mayWait how many more may wait, at least 0
    /// @param patience how long one waits at most
    public Admission(int atOnce, int mayWait, Duration patience) {
        this(atOnce, mayWait, patience, Telemetry.NONE);
    }

    /// The same, telling of each that has to wait.
    public Admission(int atOnce, int mayWait, Duration patience, Telemetry telemetry) {
        if (atOnce < 1 || mayWait < 0) {
            throw new IllegalArgumentException(
                    "at least 1 question must be worked on and none need wait, were " + atOnce + " and " + mayWait);
        }
        this.running = new Semaphore(atOnce, true);
        this.atOnce = atOnce;
        this.telemetry = telemetry;
        this.mayWait = mayWait;
        this.patience = patience;
    }

    /// A door that is always open.
    public static Admission open() {
        return new Admission(Integer.MAX_VALUE, 0, Duration.ZERO);
    }

    /// Works on one question.
    ///
    /// @throws RecommendException if too many wait, or the wait was too long
    public <T> T admit(Supplier<T> question) {
        if (running.hasQueuedThreads() || !running.tryAcquire()) {
            waitForTurn();
        }
        try {
            return question.get();
        } finally {
            running.release();
        }
    }

    private void waitForTurn() {
        Running wait = telemetry.begins(new Work.Waiting());
        Outcome outcome = new Outcome.Failed("busy");
        try {
            if (waiting.incrementAndGet() > mayWait || !running.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                turnedAway.increment();
                throw busy();
            }
            outcome = Outcome.DONE;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
            wait.ended(outcome);
        }
    }

    private static RecommendException busy() {
        return new RecommendException(
                RecommendException.Reason.BUSY, "too many questions at once; ask again in a moment");
    }

    /// How many are worked on now.
    public int working() {
        return atOnce - running.availablePermits();
    }

    /// How many wait now.
    public int waiting() {
        return waiting.get();
    }

    /// How many were turned away since the start.
    public long turnedAway() {
        return turnedAway.sum();
    }
}
