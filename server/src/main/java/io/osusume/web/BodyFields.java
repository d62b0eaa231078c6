package io.osusume.web;

import io.javalin.http.Context;
import io.osusume.schema.EnumWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a JSON object in a request's body, each checked as it is asked for: what is wrong is said with its
/// place. A field nobody knows is refused.
final class BodyFields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> TYPES = Set.of("application/json", "application/merge-patch+json");

    private final JsonNode object;
    private final String pointer;

    private BodyFields(JsonNode object, String pointer, Set<String> known) {
        this.object = object;
        this.pointer = pointer;
        if (!object.isObject()) {
            throw new RequestException(
                    400,
                    (pointer.isEmpty() ? "the body" : "an entry") + " must be an object with "
                            + known.stream().sorted().collect(Collectors.joining(", ")) + ", was " + shown(object),
                    pointer);
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new RequestException(
                        400,
                        "there is no field '" + cut(name) + "' here; expected "
                                + known.stream().sorted().collect(Collectors.joining(", ")),
                        pointer + "/" + cut(name).replace("~", "~0").replace("/", "~1"));
            }
        }
    }

    /// The body, which must be one object.
    ///
    /// @throws RequestException with status 400, 413 or 415
    static BodyFields object(Context ctx, Set<String> known) throws IOException {
        return new BodyFields(read(ctx), "", known);
    }

    /// The body, which must be an array of objects.
    ///
    /// @param most how many it may have
    /// @throws RequestException with status 400, 413 or 415
    static List<BodyFields> array(Context ctx, int most, Set<String> known) throws IOException {
        JsonNode array = read(ctx);
        if (!array.isArray()) {
            throw new RequestException(400, "the body must be a list of entries, was " + shown(array), "");
        }
        if (array.size() > most) {
            throw new RequestException(
                    413, "the list is too long: at most " + most + " entries are read, found " + array.size());
        }
        List<BodyFields> all = new ArrayList<>(array.size());
        for (int k = 0; k < array.size(); k++) {
            all.add(new BodyFields(array.get(k), "/" + k, known));
        }
        return all;
    }

    private static JsonNode read(Context ctx) throws IOException {
        String type = String.valueOf(ctx.contentType())
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (!TYPES.contains(type)) {
            throw new RequestException(
                    415,
                    "the body must be application/json, was " + (ctx.contentType() == null ? "of no type" : cut(type)));
        }
        byte[] body = RequestReader.json(ctx);
        if (body.length == 0) {
            throw new RequestException(400, "the body is empty, expected JSON", "");
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            @Nullable TokenStreamLocation where = broken.getLocation();
            throw new RequestException(
                    400,
                    "the body is not JSON: it breaks"
                            + (where == null
                                    ? ""
                                    : " at line " + where.getLineNr() + ", column " + where.getColumnNr()));
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    /// The id of a title, which must be there.
    long itemId(String name) {
        return whole(name, 1, ApiParameters.MOST_ID);
    }

    /// A score; 0 where it is absent, null or 0.
    int score(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        return Math.toIntExact(whole(name, 0, 10));
    }

    /// A whole number; `1.0` is one too, as JSON schema has it.
    private long whole(String name, long least, long most) {
        JsonNode value = object.path(name);
        if (value.isNumber()) {
            double number = value.doubleValue();
            if (number == Math.rint(number) && number >= least && number <= most) {
                return (long) number;
            }
        }
        throw wrong(name, "must be a whole number in [" + least + ", " + most + "]");
    }

    boolean truth(String name) {
        JsonNode value = object.path(name);
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        throw wrong(name, "must be true or false");
    }

    /// A text that is not blank, which must be there.
    String text(String name, int most) {
        JsonNode value = object.path(name);
        if (value.isString() && !value.asString().isBlank() && value.asString().length() <= most) {
            return value.asString();
        }
        throw wrong(name, "must be a text of 1 to " + most + " characters");
    }

    /// One of the constants of an enum as [EnumWords] writes them; empty where it is absent.
    <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        for (E each : words.getEnumConstants()) {
            if (value.isString() && EnumWords.of(each).equals(value.asString())) {
                return Optional.of(each);
            }
        }
        throw wrong(name, "must be one of " + String.join(", ", EnumWords.all(words)));
    }

    /// What is wrong with a field.
    RequestException wrong(String name, String expected) {
        JsonNode value = object.path(name);
        return new RequestException(
                400,
                name + " " + expected + ", was " + (value.isMissingNode() ? "absent" : shown(value)),
                pointer + "/" + name);
    }

    private static String shown(JsonNode value) {
        return cut(value.toString());
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
