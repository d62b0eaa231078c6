package io.osusume.logs;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The log of this process, written to standard error.
public final class Logs {
    /// Lines that may wait to be written. Where nobody takes them any more, lines of requests are
    /// dropped first, then all: a log that cannot be written must not keep fans waiting.
    private static final int MAY_WAIT = 8_192;

    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    /// How lines look.
    public enum Form {
        /// For people.
        TEXT,
        /// For programs: a JSON object a line.
        JSON
    }

    private Logs() {}

    /// From now on the program logs as a server: what it does in lines of a form, what its libraries
    /// warn of too.
    public static void serve(Form form) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        AsyncAppender waiting = new AsyncAppender();
        waiting.setContext(context);
        waiting.setName("waiting");
        waiting.setQueueSize(MAY_WAIT);
        waiting.setNeverBlock(true);
        waiting.setMaxFlushTime(Math.toIntExact(LAST_LINES.toMillis()));
        waiting.addAppender(console(context, form));
        waiting.start();
        use(context, waiting, Level.INFO);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /// Writes the lines that still wait; after that only warnings are logged.
    public static void close() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        warnOnly(context);
    }

    /// Warnings alone, in lines for people, written at once.
    static void warnOnly(LoggerContext context) {
        use(context, console(context, Form.TEXT), Level.WARN);
    }

    private static void use(LoggerContext context, Appender<ILoggingEvent> appender, Level own) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        context.getLogger("io.osusume").setLevel(own);
        // It logs only failures to start, which the command line says in its own words.
        context.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
    }

    private static Appender<ILoggingEvent> console(LoggerContext context, Form form) {
        EncoderBase<ILoggingEvent> encoder = switch (form) {
            case TEXT -> new TextLines();
            case JSON -> new JsonLines();
        };
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        return console;
    }
}
