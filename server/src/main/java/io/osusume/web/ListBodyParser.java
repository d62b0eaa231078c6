package io.osusume.web;

import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import io.osusume.schema.EnumWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a list written as JSON in one pass, without a tree: a list of `{"itemId": 5114, "score": 9}`,
/// or an object with that list and titles that must not come. The score is absent, null or 0 if there
/// is none. Belongs to one thread.
final class ListBodyParser {
    static final int MAX_ITEMS = 20_000;

    private static final double MOST_WHOLE = 1L << 53;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // a wrong value is shown from amid the list
            .build();
    private static final String EXAMPLE = "expected a list such as [{\"itemId\": 5114, \"score\": 9}]";
    private static final String EXCLUDED_EXAMPLE = "expected a list such as [{\"itemId\": 5114, \"why\": \"planned\"}]";

    private final JsonParser parser;
    private final List<RatedItem> watched = new ArrayList<>();
    private final Map<Long, Exclusion> excluded = new HashMap<>();

    private ListBodyParser(JsonParser parser) {
        this.parser = parser;
    }

    /// Reads a body.
    ///
    /// @throws RequestException with status 400 or 413, what is wrong and where
    static ListBody read(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            ListBodyParser reader = new ListBodyParser(parser);
            reader.root();
            reader.end();
            return new ListBody(reader.watched, reader.excluded, null);
        } catch (JacksonException broken) {
            throw broken(broken.getLocation());
        } catch (RequestException wrong) {
            wellFormed(body); // that a body is no JSON at all is said before what is wrong in it
            throw wrong;
        }
    }

    private static void wellFormed(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            new ListBodyParser(parser).end();
        } catch (JacksonException broken) {
            throw broken(broken.getLocation());
        }
    }

    private static RequestException broken(@Nullable TokenStreamLocation where) {
        return new RequestException(
                400,
                "the body is not JSON: it breaks"
                        + (where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr())
                        + "; " + EXAMPLE);
    }

    private void end() {
        if (parser.nextToken() != null) {
            throw broken(parser.currentTokenLocation());
        }
    }

    private void root() {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            list("");
        } else if (first == JsonToken.START_OBJECT) {
            object();
        } else {
            throw new RequestException(
                    400,
                    first == null ? "the body is empty; " + EXAMPLE : "the body is " + kind() + "; " + EXAMPLE,
                    "");
        }
    }

    private void object() {
        boolean listed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "list" -> {
                    listed = true;
                    array("/list", EXAMPLE);
                    list("/list");
                }
                case "excluded" -> {
                    if (parser.currentToken() != JsonToken.VALUE_NULL) {
                        array("/excluded", EXCLUDED_EXAMPLE);
                        exclusions();
                    }
                }
                default ->
                    throw new RequestException(
                            400, "the body has list and excluded, found '" + cut(name) + "'", pointer("", name));
            }
        }
        if (!listed) {
            throw new RequestException(400, "the body has no list; " + EXAMPLE, "/list");
        }
    }

    private void array(String pointer, String example) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new RequestException(
                    400, pointer.substring(1) + " must be a list, was " + kind() + "; " + example, pointer);
        }
    }

    private void list(String pointer) {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count++ < MAX_ITEMS) {
                watched.add(ratedItem(pointer + "/" + (count - 1)));
            } else {
                parser.skipChildren();
            }
        }
        atMost(count);
    }

    private static void atMost(int count) {
        if (count > MAX_ITEMS) {
            throw new RequestException(
                    413, "the list is too long: at most " + MAX_ITEMS + " titles are read, found " + count);
        }
    }

    private RatedItem ratedItem(String pointer) {
        entry(EXAMPLE, pointer);
        long itemId = 0;
        int score = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "itemId" -> itemId = itemId(pointer);
                case "score" -> score = score(pointer);
                default ->
                    throw new RequestException(
                            400, "an entry has itemId and score, found '" + cut(name) + "'", pointer(pointer, name));
            }
        }
        present(itemId, pointer);
        return new RatedItem(itemId, score);
    }

    private void exclusions() {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count++ < MAX_ITEMS) {
                exclusion("/excluded/" + (count - 1));
            } else {
                parser.skipChildren();
            }
        }
        atMost(count);
    }

    private void exclusion(String pointer) {
        entry(EXCLUDED_EXAMPLE, pointer);
        long itemId = 0;
        Exclusion why = Exclusion.SAVED;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "itemId" -> itemId = itemId(pointer);
                case "why" -> why = why(pointer);
                default ->
                    throw new RequestException(
                            400,
                            "an excluded title has itemId and why, found '" + cut(name) + "'",
                            pointer(pointer, name));
            }
        }
        present(itemId, pointer);
        excluded.put(itemId, why);
    }

    private void entry(String example, String pointer) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new RequestException(400, "an entry must be an object, was " + kind() + "; " + example, pointer);
        }
    }

    private static void present(long itemId, String pointer) {
        if (itemId == 0) {
            throw wrongItemId("absent", pointer);
        }
    }

    private long itemId(String pointer) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() >= 1) {
            return parser.getLongValue();
        }
        long whole = written();
        if (whole >= 1) {
            return whole;
        }
        throw wrongItemId(shown(), pointer);
    }

    /// The whole number that is written as another, such as `1.0` (JSON schema takes it for an integer); -1 for what is
    /// none.
    private long written() {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            if (number == Math.rint(number) && number >= 0 && number <= MOST_WHOLE) {
                return (long) number;
            }
        }
        return -1;
    }

    private static RequestException wrongItemId(String was, String pointer) {
        return new RequestException(400, "itemId must be a whole number from 1 on, was " + was, pointer + "/itemId");
    }

    private int score(String pointer) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return 0;
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT
                && parser.getIntValue() >= 0
                && parser.getIntValue() <= 10) {
            return parser.getIntValue();
        }
        long whole = written();
        if (whole >= 0 && whole <= 10) {
            return Math.toIntExact(whole);
        }
        throw new RequestException(400, "score must be a whole number in [0, 10], was " + shown(), pointer + "/score");
    }

    private Exclusion why(String pointer) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Exclusion.SAVED;
        }
        String word = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        for (Exclusion each : Exclusion.values()) {
            if (EnumWords.of(each).equals(word)) {
                return each;
            }
        }
        throw new RequestException(
                400,
                "why must be one of " + String.join(", ", EnumWords.all(Exclusion.class)) + ", was " + shown(),
                pointer + "/why");
    }

    private static String pointer(String parent, String name) {
        return parent + "/" + cut(name).replace("~", "~0").replace("/", "~1");
    }

    private String kind() {
        @Nullable JsonToken token = parser.currentToken();
        return token == null
                ? "null"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "a list";
                    case VALUE_STRING -> "a text";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                    case VALUE_TRUE, VALUE_FALSE -> "a truth value";
                    default -> "null";
                };
    }

    /// The value that stands here, as JSON; the rest of the body need not be read after it.
    private String shown() {
        return cut(String.valueOf(JSON.readTree(parser)));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
