package io.osusume.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/// Each event as a line for people: time, level, the last word of the logger, the message, what the
/// event adds, the id of the request; below it the lines of a failure. Nothing in a message can begin a
/// line of its own.
final class TextLines extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] encode(ILoggingEvent event) {
        String logger = event.getLoggerName();
        StringBuilder line = new StringBuilder(160)
                .append(Discretion.time(event))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(": ")
                .append(oneLine(Discretion.message(event)));
        List<KeyValuePair> named = event.getKeyValuePairs();
        if (named != null) {
            named.forEach(
                    each -> line.append(' ').append(each.key).append('=').append(oneLine(String.valueOf(each.value))));
        }
        String request = event.getMDCPropertyMap().get(Discretion.REQUEST);
        if (request != null) {
            line.append(" request=").append(request);
        }
        line.append('\n');
        Discretion.failure(event)
                .forEach(each -> line.append("  ").append(oneLine(each)).append('\n'));
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String oneLine(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.replaceAll("\\p{Cntrl}+", " ").strip()
                : text;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
