package io.osusume.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// The clock an import goes by, its pauses and the chance in them; tests have one that does not wait.
interface Timekeeper {
    Instant now();

    /// Waits.
    void pause(Duration duration) throws InterruptedException;

    /// A number in [0, 1) that spreads retries, so that many imports do not knock in step.
    double jitter();

    /// The clock of this computer.
    static Timekeeper system() {
        return new Timekeeper() {
            private final Clock clock = Clock.systemUTC();

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }

            @Override
            public double jitter() {
                return RandomGenerator.getDefault().nextDouble();
            }
        };
    }
}
