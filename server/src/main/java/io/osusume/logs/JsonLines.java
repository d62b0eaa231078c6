package io.osusume.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Each event as one line of JSON: `time`, `level`, `logger`, `message`, `request` where one is
/// answered, what the event adds by name, and `failure`, an array of lines.
final class JsonLines extends EncoderBase<ILoggingEvent> {
    private final JsonMapper mapper = JsonMapper.shared();

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator json = mapper.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringProperty("time", Discretion.time(event));
            json.writeStringProperty("level", event.getLevel().toString());
            json.writeStringProperty("logger", event.getLoggerName());
            json.writeStringProperty("message", Discretion.message(event));
            String request = event.getMDCPropertyMap().get(Discretion.REQUEST);
            if (request != null) {
                json.writeStringProperty(Discretion.REQUEST, request);
            }
            List<KeyValuePair> named = event.getKeyValuePairs();
            if (named != null) {
                named.forEach(each -> json.writePOJOProperty(each.key, each.value));
            }
            List<String> failure = Discretion.failure(event);
            if (!failure.isEmpty()) {
                json.writeArrayPropertyStart("failure");
                failure.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        line.write('\n');
        return line.toByteArray();
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
