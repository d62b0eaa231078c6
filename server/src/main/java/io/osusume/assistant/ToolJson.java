package io.osusume.assistant;

import io.osusume.schema.Says;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the arguments of tools and writes their answers. What a language model sends is trusted in
/// nothing: not to be JSON, to have the fields, or to keep to their ranges.
final class ToolJson {
    private static final int MOST = 10_000; // characters of arguments
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    private ToolJson() {}

    /// Reads the arguments of a tool.
    /// @throws ToolException for what are no such arguments
    static <A extends Record> A arguments(Class<A> type, String text) {
        String whole = text.isBlank() ? "{}" : text;
        if (whole.length() > MOST) {
            throw new ToolException("arguments may have " + MOST + " characters, had " + whole.length());
        }
        try {
            JsonNode node = JSON.readTree(whole);
            if (!node.isObject()) {
                throw new ToolException("arguments must be a JSON object, were " + cut(whole));
            }
            check(type, node);
            return JSON.treeToValue(node, type);
        } catch (JacksonException broken) {
            throw new ToolException(
                    "arguments must be a JSON object with " + String.join(", ", names(type)) + ", were " + cut(whole));
        }
    }

    private static void check(Class<? extends Record> type, JsonNode node) {
        for (String name : node.propertyNames()) {
            if (!names(type).contains(name)) {
                throw new ToolException(
                        "there is no argument '" + cut(name) + "'; known are " + String.join(", ", names(type)));
            }
        }
        for (RecordComponent field : type.getRecordComponents()) {
            JsonNode value = node.path(field.getName());
            boolean absent = value.isMissingNode() || value.isNull();
            if (absent && !field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new ToolException("the argument '" + field.getName() + "' is missing");
            }
            Says says = field.getAnnotation(Says.class);
            if (says != null && value.isNumber()) {
                double number = value.asDouble();
                if (number < says.least() || number > says.most()) {
                    throw new ToolException("the argument '" + field.getName() + "' must be in [" + shown(says.least())
                            + ", " + shown(says.most()) + "], was " + shown(number));
                }
            }
        }
    }

    private static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /// What a failed call says.
    static String error(String json) {
        return JSON.readTree(json).path("error").asString();
    }

    /// The tree of an answer, for what is read out of it whatever its type.
    static JsonNode tree(Record answer) {
        return JSON.valueToTree(answer);
    }

    /// A record of JSON that was written here.
    static <T> T read(Class<T> type, String json) {
        return JSON.readValue(json, type);
    }
}
