package io.osusume.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that stands still but in pauses, which take no time.
final class TestTime implements Timekeeper {
    static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

    private Instant now = START;
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        now = now.plus(duration);
    }

    @Override
    public double jitter() {
        return 0.5;
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
