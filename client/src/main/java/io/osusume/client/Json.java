package io.osusume.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records as JSON and back. What a newer server says more is passed over.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// @throws OsusumeException if it is not what was expected
    static <T> T read(byte[] body, Class<T> type) {
        try {
            return MAPPER.readValue(body, type);
        } catch (JacksonException broken) {
            throw new OsusumeException(
                    "the answer is not as expected: it cannot be read as " + type.getSimpleName()
                            + "; is this the address of an Osusume server?",
                    broken);
        }
    }

    /// An object with all its fields, for what has no record.
    static Map<String, Object> object(byte[] body) {
        @SuppressWarnings("unchecked") // a JSON object has texts for names
        Map<String, Object> object = read(body, Map.class);
        return object;
    }

    /// What an error says: a problem (RFC 9457), or just its status.
    static OsusumeException problem(int status, byte[] body, @Nullable Duration retryAfter) {
        String detail = "the server answered with status " + status;
        String pointer = null;
        try {
            JsonNode problem = MAPPER.readTree(body);
            detail = problem.path("detail").asString(detail);
            pointer = problem.path("pointer").asString(null);
        } catch (JacksonException noProblem) {
            // the status has to do
        }
        return new OsusumeException(status, detail, pointer, retryAfter);
    }
}
