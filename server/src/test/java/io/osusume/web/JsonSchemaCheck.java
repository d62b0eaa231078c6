package io.osusume.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Checks JSON against the part of JSON schema that the API's description uses.
record JsonSchemaCheck(JsonNode document) {
    /// What is wrong, one line each; empty if the value is as described.
    List<String> problems(JsonNode value, JsonNode schema) {
        List<String> problems = new ArrayList<>();
        check(value, schema, "", problems);
        return problems;
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> problems) {
        if (schema.has("$ref")) {
            JsonNode target = document.at(schema.path("$ref").asString().substring(1));
            if (target.isMissingNode()) {
                problems.add(at + ": there is no " + schema.path("$ref").asString());
            }
            check(value, target, at, problems);
            return;
        }
        String type = schema.path("type").asString();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
        if (!fits) {
            problems.add(at + ": expected " + type + ", was " + value);
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            problems.add(at + ": expected one of " + schema.path("enum") + ", was " + value);
        }
        if ((schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble())
                || (schema.has("maximum")
                        && value.asDouble() > schema.path("maximum").asDouble())) {
            problems.add(at + ": " + value + " is out of range");
        }
        for (int k = 0; value.isArray() && k < value.size(); k++) {
            check(value.get(k), schema.path("items"), at + "/" + k, problems);
        }
        if (value.isObject() && schema.has("properties")) {
            checkObject(value, schema, at, problems);
        } else if (value.isObject() && schema.has("additionalProperties")) {
            value.propertyStream()
                    .forEach(each -> check(
                            each.getValue(), schema.path("additionalProperties"), at + "/" + each.getKey(), problems));
        }
    }

    private void checkObject(JsonNode value, JsonNode schema, String at, List<String> problems) {
        Set<String> missing = new TreeSet<>();
        schema.path("required").valueStream().map(JsonNode::asString).forEach(missing::add);
        value.propertyStream().forEach(each -> {
            missing.remove(each.getKey());
            JsonNode property = schema.path("properties").path(each.getKey());
            if (property.isMissingNode()) {
                problems.add(at + "/" + each.getKey() + ": is not described");
            } else {
                check(each.getValue(), property, at + "/" + each.getKey(), problems);
            }
        });
        missing.forEach(name -> problems.add(at + "/" + name + ": is missing"));
    }
}
