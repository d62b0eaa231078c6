package io.osusume.tracking.remote;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How patient requests to trackers are.
///
/// @param timeout for a connection, and for each answer
/// @param retries how often a request that failed for a passing reason is sent again
/// @param first the pause before the first of them; each next one is twice as long
/// @param longest the longest pause, also where the tracker asks for a longer one
public record Retries(Duration timeout, int retries, Duration first, Duration longest) {
    /// The usual pauses.
    public static Retries of(Duration timeout, int retries) {
        return new Retries(timeout, retries, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /// The pause before a retry, a random part of it left out so that not all come back at once.
    ///
    /// @param attempt from 0
    Duration pause(int attempt) {
        long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, 20));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
