package io.osusume.web;

import io.osusume.schema.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Describes for OpenAPI what operations answer, well and ill.
record OpenApiResponses(JsonSchemas schemas) {
    private static final Map<String, Object> RETRY_AFTER = Map.of(
            "Retry-After", Map.of("description", "Seconds to wait", "schema", Map.of("type", "integer", "minimum", 1)));
    private static final Map<String, Object> CHALLENGE =
            Map.of("WWW-Authenticate", Map.of("description", "As RFC 6750 has it", "schema", Map.of("type", "string")));
    private static final Map<String, Object> TAG =
            Map.of("ETag", Map.of("description", "For If-None-Match", "schema", Map.of("type", "string")));
    private static final Map<String, Object> PROFILE_TAG =
            Map.of("ETag", Map.of("description", "The version, for If-Match", "schema", Map.of("type", "string")));

    /// The description of all answers of an operation, by status.
    Map<String, Object> of(ApiOperation operation) {
        Map<Integer, Object> responses = new TreeMap<>();
        responses.put(operation.answer().status(), answer(operation));
        if (operation.mayBeKept() || operation.id().equals("profile")) {
            responses.put(304, Map.of("description", "The client has the answer already (If-None-Match)"));
        }
        refusals(operation).forEach((status, when) -> responses.put(status, refusal(status, when)));
        Map<String, Object> byText = new LinkedHashMap<>();
        responses.forEach((status, response) -> byText.put(Integer.toString(status), response));
        return byText;
    }

    private Map<String, Object> answer(ApiOperation operation) {
        ApiAnswer answer = operation.answer();
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", answer.type().isEmpty() ? "It is done" : "The answer");
        if (operation.mayBeKept()) {
            response.put("headers", TAG);
        } else if (operation.access() == ApiAccess.NEW_PROFILE
                || operation.id().equals("profile")
                || (operation.changesProfile() && !answer.type().isEmpty())) {
            response.put("headers", PROFILE_TAG);
        }
        if (!answer.type().isEmpty()) {
            Map<String, Object> schema;
            if (!answer.type().equals(ApiAnswer.JSON)) {
                schema = Map.of("type", "string");
            } else if (answer.shape() == null) {
                schema = Map.of("type", "object");
            } else {
                schema = schemas.reference(answer.shape());
            }
            response.put("content", Map.of(answer.type(), Map.of("schema", schema)));
        }
        return response;
    }

    private static Map<Integer, String> refusals(ApiOperation operation) {
        Map<Integer, String> refusals = new LinkedHashMap<>();
        refusals.put(503, "There is no model yet, too much is asked at once, or what is stored cannot be reached");
        if (operation.ofApi()) {
            refusals.put(400, "Something of the request is not as it must be; detail says what and where");
            refusals.put(401, "The API key is missing or not valid");
            refusals.put(403, "The API key has not the scope that is needed");
            refusals.put(406, "The client does not take what is answered");
            refusals.put(429, "The client has asked too often");
        }
        switch (operation.access()) {
            case EVERYBODY, ADMINISTRATION -> {}
            case NEW_PROFILE -> refusals.put(501, "The server keeps no profiles");
            case ONE_PROFILE -> {
                refusals.put(404, "No profile opens with the token, or what is asked for is not in it");
                refusals.put(501, "The server keeps no profiles, or cannot do this");
            }
        }
        if (operation.changesProfile()) {
            refusals.put(412, "The profile has changed since the client read it (If-Match)");
            refusals.put(413, "The body or the list is too large");
        }
        switch (operation.body()) {
            case ApiBody.None() -> {}
            case ApiBody.FanList() -> {
                taking(refusals);
                refusals.put(422, "The list has no watched title that the model knows");
            }
            case ApiBody.Export(), ApiBody.Json(var _), ApiBody.JsonArray(var _) -> taking(refusals);
        }
        refusals.putAll(operation.refusals());
        return refusals;
    }

    private static void taking(Map<Integer, String> refusals) {
        refusals.put(413, "The body or the list is too large");
        refusals.put(415, "The body is of a type that is not read");
    }

    private Map<String, Object> refusal(int status, String when) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", when);
        if (status == 429 || status == 503) {
            response.put("headers", RETRY_AFTER);
        } else if (status == 401 || status == 403) {
            response.put("headers", CHALLENGE);
        }
        response.put("content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.reference(Problem.class))));
        return response;
    }
}
