package io.osusume.ingest;

import java.time.Duration;

/// How an address is read.
///
/// @param connectTimeout for the connection
/// @param readTimeout for the answer's head, and for any pause within its body
/// @param retries how often a failed attempt is repeated; one that got a mebibyte further is not counted
/// @param backoff the wait before the first repetition; it doubles each time, up to [#maxWait()]
/// @param maxWait the longest wait, also where the server asks for one
/// @param maxBytes how large the file may be as it is sent
/// @param maxRedirects how many redirects are followed
/// @param plainHttp whether `http://` is allowed to hosts other than this computer
public record DownloadSettings(
        Duration connectTimeout,
        Duration readTimeout,
        int retries,
        Duration backoff,
        Duration maxWait,
        long maxBytes,
        int maxRedirects,
        boolean plainHttp) {
    /// 10 s to connect, 30 s without a byte, 5 repetitions from 1 s to 60 s, 20 GiB, 5 redirects, no plain http.
    public static final DownloadSettings DEFAULTS = new DownloadSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            20L << 30,
            5,
            false);

    public DownloadSettings {
        positive("ingest.connect-timeout", connectTimeout);
        positive("ingest.read-timeout", readTimeout);
        positive("ingest.backoff", backoff);
        positive("ingest.max-wait", maxWait);
        atLeast("ingest.retries", 0, retries);
        atLeast("ingest.max-redirects", 0, maxRedirects);
        atLeast("ingest.max-file-bytes", 1, maxBytes);
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, was " + duration);
        }
    }

    private static void atLeast(String name, long least, long found) {
        if (found < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + found);
        }
    }
}
