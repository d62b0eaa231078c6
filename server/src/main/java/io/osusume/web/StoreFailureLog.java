package io.osusume.web;

import io.osusume.profiles.StoreException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log of a store in trouble, once in a while: hundreds of requests a second fail for the same reason, and
/// the
/// line of each says so too.
final class StoreFailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFailureLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final Map<StoreException.Kind, Told> told = new EnumMap<>(StoreException.Kind.class);

    /// When a kind of trouble was told last, and how often it came since.
    private static final class Told {
        private long at;
        private int since;
    }

    /// @param nanos the time, as [System#nanoTime]
    StoreFailureLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void tell(StoreException failed) {
        int silent = due(failed.kind());
        if (silent >= 0) {
            LOG.atError()
                    .addKeyValue("kind", failed.kind())
                    .addKeyValue("untold", silent)
                    .log("the store failed: {}", failed.getMessage());
        }
    }

    /// How many of a kind were not told before this one; -1 if this one is not told either.
    synchronized int due(StoreException.Kind kind) {
        long now = nanos.getAsLong();
        Told last = told.get(kind);
        if (last != null && now - last.at < PAUSE.toNanos()) {
            last.since++;
            return -1;
        }
        Told next = new Told();
        next.at = now;
        told.put(kind, next);
        return last == null ? 0 : last.since;
    }
}
