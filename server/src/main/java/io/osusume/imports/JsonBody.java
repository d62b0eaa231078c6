package io.osusume.imports;

import io.osusume.imports.ImportException.Reason;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON of a service's answers, and says what is wrong with those that are none.
final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String service;

    /// @param service as messages name it
    JsonBody(String service) {
        this.service = service;
    }

    /// The object an answer holds.
    ///
    /// @throws ImportException if it holds none
    JsonNode object(ServiceClient.Answer answer) {
        String text = answer.text().strip();
        if (text.startsWith("<")) {
            throw bad("answered with a web page instead of JSON (status " + answer.status() + ")");
        }
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return root;
            }
            throw bad("answered without a JSON object (status " + answer.status() + ")");
        } catch (JacksonException _) { // no cause: its message may hold a part of the list
            throw bad("answered with broken JSON (status " + answer.status() + ")");
        }
    }

    /// The list a field holds.
    ///
    /// @throws ImportException if it holds none
    JsonNode array(JsonNode parent, String field) {
        JsonNode array = parent.path(field);
        if (!array.isArray()) {
            throw lacking(field);
        }
        return array;
    }

    /// An answer without a list that belongs into it.
    ImportException lacking(String field) {
        return bad("answered without the list '" + field + "'");
    }

    /// The whole number a field holds, 0 if it holds none.
    static long number(JsonNode parent, String field) {
        JsonNode number = parent.path(field);
        return number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : 0;
    }

    /// The same for numbers that are small; others are 0.
    static int smallNumber(JsonNode parent, String field) {
        long number = number(parent, field);
        return number == (int) number ? (int) number : 0;
    }

    /// The number a field holds, with or without a fraction, 0 if it holds none.
    static double real(JsonNode parent, String field) {
        JsonNode number = parent.path(field);
        return number.isNumber() ? number.doubleValue() : 0;
    }

    /// The text a field holds, empty if it holds none.
    static String text(JsonNode parent, String field) {
        JsonNode text = parent.path(field);
        return text.isString() ? text.stringValue() : "";
    }

    /// A JSON text of a query and its variables, as GraphQL wants it.
    static String graphQl(String query, Map<String, Object> variables) {
        return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    }

    /// An answer with a status the service does not document for this.
    ImportException unexpected(int status) {
        return bad("answered " + status + ", which is not expected");
    }

    private ImportException bad(String what) {
        return new ImportException(
                Reason.BAD_ANSWER, service + " " + what + "; try again later, or " + ImportException.REMEDY);
    }
}
