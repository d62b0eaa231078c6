package io.osusume.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What of an event may be written. Messages of Osusume itself are written as they are. While a request
/// is answered, the message of a failure may quote it ("For input string: ..."), and so may a message of
/// the libraries that read requests: of these only the class and the place of a failure are written,
/// which is what a programmer needs.
final class Discretion {
    /// What a line has of a request while it is answered.
    static final String REQUEST = "request";

    private static final List<String> READ_REQUESTS = List.of("org.eclipse.jetty", "io.javalin");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int FRAMES = 40;
    private static final int CAUSES = 8;

    private Discretion() {}

    /// Its moment, UTC, to the millisecond.
    static String time(ILoggingEvent event) {
        return TIME.format(event.getInstant());
    }

    static String message(ILoggingEvent event) {
        return READ_REQUESTS.stream().anyMatch(event.getLoggerName()::startsWith)
                ? "the HTTP library reports a failure"
                : String.valueOf(event.getFormattedMessage());
    }

    /// The lines of a failure and its causes; empty for none.
    static List<String> failure(ILoggingEvent event) {
        boolean quotes = event.getMDCPropertyMap().containsKey(REQUEST)
                || READ_REQUESTS.stream().anyMatch(event.getLoggerName()::startsWith);
        List<String> lines = new ArrayList<>();
        @Nullable IThrowableProxy failure = event.getThrowableProxy();
        for (int depth = 0; failure != null && depth < CAUSES; depth++) {
            String said = quotes || failure.getMessage() == null ? "" : ": " + failure.getMessage();
            lines.add((depth == 0 ? "" : "caused by ") + failure.getClassName() + said);
            StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
            for (int k = 0; frames != null && k < Math.min(FRAMES, frames.length - failure.getCommonFrames()); k++) {
                lines.add("  at " + frames[k].getStackTraceElement());
            }
            failure = failure.getCause();
        }
        return lines;
    }
}
