package io.osusume.schema;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// JSON schemas (2020-12, as OpenAPI 3.1 has them) of records that are written and read as JSON, made
/// from the records themselves: a field without [Says] is an error, so none goes without a description.
/// A field that may be null is optional. Belongs to one thread.
public final class JsonSchemas {
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();
    private final String place;

    /// Schemas of an API's description, which refer to one another where OpenAPI keeps them.
    public JsonSchemas() {
        this("#/components/schemas/");
    }

    private JsonSchemas(String place) {
        this.place = place;
    }

    /// The schema of one record that holds no other.
    ///
    /// @throws IllegalStateException if it does: its schema would refer to nothing
    public static Map<String, Object> of(Class<? extends Record> type) {
        JsonSchemas none = new JsonSchemas();
        Map<String, Object> schema = none.schema(type);
        if (!none.schemas.isEmpty()) {
            throw new IllegalStateException("the record " + type.getName() + " must hold no other records, holds "
                    + none.schemas.keySet() + "; write their fields into it");
        }
        return schema;
    }

    /// The schema of one record and of all it holds, which stand under `$defs`.
    public static Map<String, Object> whole(Class<? extends Record> type) {
        JsonSchemas held = new JsonSchemas("#/$defs/");
        Map<String, Object> schema = held.schema(type);
        if (!held.schemas.isEmpty()) {
            schema.put("$defs", held.all());
        }
        return schema;
    }

    /// A reference to the schema of a record, which is added to those known so far.
    public Map<String, Object> reference(Class<?> type) {
        String name = type.getSimpleName().replaceAll("Json$", "");
        if (types.computeIfAbsent(name, _ -> type) != type) {
            throw new IllegalStateException("two records are called " + name + ": rename " + type.getName());
        }
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of()); // stands there for a record that holds itself
            schemas.put(name, schema(type));
        }
        return Map.of("$ref", place + name);
    }

    /// All schemas by name.
    public Map<String, Object> all() {
        return new TreeMap<>(schemas);
    }

    private Map<String, Object> schema(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            Says says = field.getAnnotation(Says.class);
            if (says == null) {
                throw new IllegalStateException("the field " + field.getName() + " of " + type.getSimpleName()
                        + " has no description; add @Says");
            }
            properties.put(field.getName(), property(field.getAnnotatedType(), says));
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(field.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(AnnotatedType type, Says says) {
        Map<String, Object> property = new LinkedHashMap<>(typed(type));
        Map<String, Object> inner = property;
        if (property.get("items") instanceof Map<?, ?> && says.words() != Void.class) {
            inner = new LinkedHashMap<>(Map.of("type", "string"));
            property.put("items", inner);
        }
        if (says.words() != Void.class) {
            inner.put("enum", EnumWords.all(says.words()));
        }
        if (says.orNull()) {
            orNull(property);
        }
        property.put("description", says.value());
        if (Double.isFinite(says.least())) {
            property.put("minimum", number(says.least()));
        }
        if (Double.isFinite(says.most())) {
            property.put("maximum", number(says.most()));
        }
        if (!says.example().isEmpty()) {
            property.put("examples", List.of(JsonMapper.shared().readTree(says.example())));
        }
        return property;
    }

    private static void orNull(Map<String, Object> property) {
        property.put("type", List.of(String.valueOf(property.get("type")), "null"));
        if (property.get("enum") instanceof List<?> words) {
            List<@Nullable Object> more = new ArrayList<>(words);
            more.add(null);
            property.put("enum", more);
        }
    }

    private static Number number(double value) {
        return value == Math.rint(value) ? (Number) (long) value : (Number) value;
    }

    private Map<String, Object> typed(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic && annotated instanceof AnnotatedParameterizedType arguments) {
            AnnotatedType last =
                    arguments.getAnnotatedActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class) {
                return new LinkedHashMap<>(Map.of("type", "array", "items", typed(last)));
            }
            return Map.of("type", "object", "additionalProperties", typed(last));
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == double.class || type == Double.class || type == float.class) {
            return Map.of("type", "number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type instanceof Class<?> other && other.isRecord()) {
            return reference(other);
        }
        throw new IllegalStateException("no JSON schema for " + type);
    }
}
