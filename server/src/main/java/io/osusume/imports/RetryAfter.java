package io.osusume.imports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads the times services give for trying again: seconds or a date (RFC 9110), or seconds since 1970.
final class RetryAfter {
    private RetryAfter() {}

    /// The header `Retry-After`, empty if it says nothing that can be read. A date that has passed is no wait.
    static Optional<Duration> of(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(notNegative(Duration.between(now, time)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The header `X-RateLimit-Reset`, a Unix time in seconds.
    static Optional<Duration> ofReset(String header, Instant now) {
        String text = header.strip();
        return text.matches("\\d{9,11}")
                ? Optional.of(notNegative(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text)))))
                : Optional.empty();
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
