package io.osusume.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast a service may be asked: so many requests in any minute, and none before a time the service names. All
/// imports from a service share one. Thread-safe.
final class Pace {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Deque<Instant> turns = new ArrayDeque<>();
    private int allowed;
    private Instant closedUntil = Instant.EPOCH;

    Pace(int perMinute) {
        this.perMinute = perMinute;
        this.allowed = perMinute;
    }

    /// Asks for a turn. It is taken if the wait for it is no longer than `longest`, otherwise nothing changes.
    ///
    /// @return how long to wait before sending, or would have to be waited
    synchronized Duration reserve(Instant now, Duration longest) {
        while (!turns.isEmpty() && !turns.getFirst().plus(WINDOW).isAfter(now)) {
            turns.removeFirst();
        }
        Instant turn = latest(now, closedUntil);
        if (turns.size() >= allowed) {
            Instant blocking =
                    turns.stream().skip(turns.size() - allowed).findFirst().orElseThrow();
            turn = latest(turn, blocking.plus(WINDOW));
        }
        if (!turns.isEmpty()) {
            turn = latest(turn, turns.getLast()); // in the order they asked
        }
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(longest) <= 0) {
            turns.addLast(turn);
        }
        return wait;
    }

    /// The service takes nothing before a time.
    synchronized void closeUntil(Instant time) {
        closedUntil = latest(closedUntil, time);
    }

    /// The service says how many requests a minute it takes: fewer than the setting are obeyed, more are not used.
    synchronized void allow(int requestsPerMinute) {
        allowed = Math.clamp(requestsPerMinute, 1, perMinute);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
