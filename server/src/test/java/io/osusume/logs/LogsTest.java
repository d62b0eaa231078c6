package io.osusume.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
    private static final Instant MOMENT = Instant.parse("2026-11-28T10:00:00.123Z");

    private final LoggerContext context = new LoggerContext();

    private LoggingEvent event(String logger, String message, @Nullable Throwable failure, Map<String, String> mdc) {
        Logger made = context.getLogger(logger);
        LoggingEvent event = new LoggingEvent("", made, Level.WARN, message, failure, null);
        event.setInstant(MOMENT);
        event.setMDCPropertyMap(mdc);
        return event;
    }

    private static String line(Encoder<ILoggingEvent> encoder, LoggingEvent event) {
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static Throwable quoting() {
        return new IllegalArgumentException(
                "For input string: \"a secret\"", new IllegalStateException("another secret"));
    }

    @Test
    void aLineForPeopleHasWhatTheEventAddsAndTheIdOfTheRequest() {
        LoggingEvent event = event("io.osusume.gate.AccessLog", "answered", null, Map.of("request", "a1"));
        event.setKeyValuePairs(List.of(new KeyValuePair("status", 200), new KeyValuePair("ms", 1.25)));

        assertEquals(
                "2026-11-28T10:00:00.123Z WARN AccessLog: answered status=200 ms=1.25 request=a1\n",
                line(new TextLines(), event));
    }

    @Test
    void aLineForProgramsIsOneObject() {
        LoggingEvent event = event("io.osusume.gate.AccessLog", "answered \"so\"\n", null, Map.of("request", "a1"));
        event.setKeyValuePairs(List.of(new KeyValuePair("status", 200), new KeyValuePair("ms", 1.25)));

        assertEquals(
                "{\"time\":\"2026-11-28T10:00:00.123Z\",\"level\":\"WARN\",\"logger\":\"io.osusume.gate.AccessLog\","
                        + "\"message\":\"answered \\\"so\\\"\\n\",\"request\":\"a1\",\"status\":200,\"ms\":1.25}\n",
                line(new JsonLines(), event));
    }

    @Test
    void nothingInAMessageBeginsALineOfItsOwn() {
        assertEquals(
                "2026-11-28T10:00:00.123Z WARN b: two lines\n",
                line(new TextLines(), event("a.b", "two\r\nlines", null, Map.of())));
    }

    @Test
    void aFailureOutsideARequestIsToldWholly() {
        LoggingEvent event = event("com.zaxxer.hikari.pool", "no connection", quoting(), Map.of());

        JsonNode failure =
                JsonMapper.shared().readTree(line(new JsonLines(), event)).get("failure");
        assertEquals(
                "java.lang.IllegalArgumentException: For input string: \"a secret\"",
                failure.get(0).asString());
        assertTrue(failure.get(1).asString().startsWith("  at io.osusume.logs.LogsTest.quoting(LogsTest.java:"));
        assertTrue(
                failure.valueStream()
                        .anyMatch(each ->
                                each.asString().equals("caused by java.lang.IllegalStateException: another secret")),
                failure::toString);
    }

    @Test
    void aFailureOfARequestIsToldWithoutItsMessage() {
        for (Encoder<ILoggingEvent> encoder : List.of(new TextLines(), new JsonLines())) {
            String line =
                    line(encoder, event("io.osusume.web.X", "a request failed", quoting(), Map.of("request", "a")));

            assertFalse(line.contains("secret"), line);
            assertTrue(line.contains("java.lang.IllegalArgumentException"), line);
            assertTrue(line.contains("io.osusume.logs.LogsTest.quoting"), line);
        }
    }

    @Test
    void whatALibraryThatReadsRequestsSaysIsNotWritten() {
        String line = line(
                new TextLines(), event("org.eclipse.jetty.server.X", "/titles/1?pick=secret", quoting(), Map.of()));

        assertFalse(line.contains("secret"), line);
        assertTrue(line.contains("WARN X: the HTTP library reports a failure\n"), line);
    }
}
