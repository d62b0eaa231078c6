package io.osusume.profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The differences of changes as compact JSON, for the database alone: a part is
/// `[kind, item id, name, before, after]`, a value `[status, score, milliseconds, text]` or null.
final class PartsJson {
    private PartsJson() {}

    static String write(List<PartChange> parts) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (PartChange change : parts) {
            ArrayNode one = all.addArray()
                    .add(change.part().kind().code())
                    .add(change.part().itemId())
                    .add(change.part().name());
            add(one, change.before());
            add(one, change.after());
        }
        return all.toString();
    }

    private static void add(ArrayNode to, @Nullable PartValue value) {
        if (value == null) {
            to.addNull();
        } else {
            to.addArray()
                    .add(value.status().code())
                    .add(value.score())
                    .add(value.at().toEpochMilli())
                    .add(value.text());
        }
    }

    static List<PartChange> read(String json) {
        List<PartChange> parts = new ArrayList<>();
        for (JsonNode one : JsonMapper.shared().readTree(json)) {
            Part part = new Part(
                    Part.Kind.of(one.get(0).asInt()),
                    one.get(1).asLong(),
                    one.get(2).asString());
            parts.add(new PartChange(part, value(one.get(3)), value(one.get(4))));
        }
        return parts;
    }

    private static @Nullable PartValue value(JsonNode node) {
        return node.isNull()
                ? null
                : new PartValue(
                        EntryStatus.of(node.get(0).asInt()),
                        node.get(1).asInt(),
                        Instant.ofEpochMilli(node.get(2).asLong()),
                        node.get(3).asString());
    }
}
