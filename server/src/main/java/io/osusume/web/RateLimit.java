package io.osusume.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How often one client (an address, or the name of a key) may ask: after a pause a minute's worth at once, else
/// evenly. A token
/// bucket, kept as the moment at which it is full again (the generic cell rate algorithm of ITU-T
/// I.371): a bucket that is full need not be kept at all, so memory is bounded by the addresses of the
/// last minute, and by [#MOST]. Of IPv6 the first 64 bits are one client. Safe for use by many threads.
final class RateLimit {
    /// How many addresses are told apart; those beyond share one bucket.
    static final int MOST = 100_000;

    private static final String OTHERS = "others";
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SWEEP_EVERY = Duration.ofSeconds(1).toNanos();

    private final long perRequest;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, Long> fullAt = new ConcurrentHashMap<>();
    private final AtomicLong nextSweep;

    /// @param perMinute at least 1
    /// @param nanos the time, as [System#nanoTime]
    RateLimit(int perMinute, LongSupplier nanos) {
        this.perRequest = MINUTE / perMinute;
        this.nanos = nanos;
        this.nextSweep = new AtomicLong(nanos.getAsLong() + SWEEP_EVERY);
    }

    /// Takes a request of a client.
    ///
    /// @return 0 if it may be answered, else the seconds after which the next one may be
    int take(String address) {
        long now = nanos.getAsLong();
        sweep(now);
        String client = client(address);
        String key = fullAt.size() < MOST || fullAt.containsKey(client) ? client : OTHERS;
        long[] wait = new long[1];
        fullAt.compute(key, (_, full) -> {
            long before = full == null || full - now < 0 ? now : full;
            wait[0] = before + perRequest - now - MINUTE;
            return wait[0] > 0 ? before : before + perRequest;
        });
        return wait[0] <= 0
                ? 0
                : Math.toIntExact(Math.ceilDiv(wait[0], Duration.ofSeconds(1).toNanos()));
    }

    /// How many addresses are kept now.
    int kept() {
        return fullAt.size();
    }

    private void sweep(long now) {
        long due = nextSweep.get();
        if (now - due >= 0 && nextSweep.compareAndSet(due, now + SWEEP_EVERY)) {
            fullAt.values().removeIf(full -> full - now <= 0);
        }
    }

    private static String client(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
