package io.osusume.gate;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of one request, by which a line of the log, an error page and a trace are found again.
public final class RequestId {
    /// The header that brings and returns it.
    public static final String HEADER = "X-Request-Id";

    /// The attribute of a request that holds it.
    public static final String ATTRIBUTE = "io.osusume.gate.request-id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._=-]{1,64}");

    private RequestId() {}

    /// The one that was given if it is 1 to 64 letters, digits or `._=-`, else a new one.
    static String of(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches() ? given : made();
    }

    private static String made() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
