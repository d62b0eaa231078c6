package io.osusume.imports;

import java.time.Duration;

/// How long and how much is waited, tried and read before an import is given up.
///
/// @param connectTimeout for a connection
/// @param requestTimeout for one whole answer
/// @param deadline for the whole list
/// @param maxWait the longest pause a service may ask for; a longer one is told to the fan instead
/// @param retries how often a request that failed is sent again, from 0
/// @param maxBodyBytes of one answer
/// @param maxPages answers that make a list
/// @param maxEntries of a list
public record ImportLimits(
        Duration connectTimeout,
        Duration requestTimeout,
        Duration deadline,
        Duration maxWait,
        int retries,
        int maxBodyBytes,
        int maxPages,
        int maxEntries) {
    public ImportLimits {
        checkPositive("connectTimeout", connectTimeout);
        checkPositive("requestTimeout", requestTimeout);
        checkPositive("deadline", deadline);
        if (maxWait.isNegative()) {
            throw new IllegalArgumentException("maxWait must not be negative, was " + maxWait);
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative, was " + retries);
        }
        if (maxBodyBytes < 1 || maxPages < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("limits must be positive, were " + maxBodyBytes + " bytes, " + maxPages
                    + " pages, " + maxEntries + " entries");
        }
    }

    private static void checkPositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, was " + duration);
        }
    }
}
