package io.osusume.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.osusume.lists.FanList;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListLimits;
import io.osusume.lists.MalExport;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.Filter;
import io.osusume.recommend.RatedItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a request says and checks it once; everything wrong ends in a [RequestException] that says what and
/// where.
final class RequestReader {
    static final int MAX_JSON_BYTES = 1 << 20;
    private static final int MAX_N = 100;
    private static final int MAX_ITEMS = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String EXAMPLE = "expected a list such as [{\"itemId\": 5114, \"score\": 9}]";

    private RequestReader() {}

    /// The parameter `n`, a list's length in [1, 100].
    static int n(Context ctx, int otherwise) {
        String text = ctx.queryParam("n");
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_N) {
            return Integer.parseInt(text);
        }
        throw new RequestException(400, "n must be a whole number in [1, " + MAX_N + "], was '" + cut(text) + "'");
    }

    /// The id in a path.
    static long itemId(Context ctx) {
        String text = ctx.pathParam("id");
        if (text.matches("\\d{1,10}")) {
            return Long.parseLong(text);
        }
        throw new RequestException(400, "the id of a title must be a whole number, was '" + cut(text) + "'");
    }

    /// The parameter `adult`, false if absent.
    static boolean adult(Context ctx) {
        String text = ctx.queryParam("adult");
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new RequestException(400, "adult must be true or false, was '" + cut(text) + "'");
    }

    /// A JSON body: a list of `{"itemId": 5114, "score": 9}`, the score absent, null or 0 if there is none.
    static List<RatedItem> ratedItems(Context ctx) throws IOException {
        byte[] body;
        try (InputStream in = ctx.bodyInputStream()) {
            body = in.readNBytes(MAX_JSON_BYTES + 1);
        }
        if (body.length > MAX_JSON_BYTES) {
            throw new RequestException(413, "the body is too large: at most " + MAX_JSON_BYTES + " bytes are read");
        }
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            throw new RequestException(
                    400,
                    "the body is not JSON: it breaks"
                            + (where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr())
                            + "; " + EXAMPLE);
        }
        if (!root.isArray()) {
            throw new RequestException(
                    400,
                    root.isMissingNode()
                            ? "the body is empty; " + EXAMPLE
                            : "the body is " + kind(root) + "; " + EXAMPLE,
                    "");
        }
        if (root.size() > MAX_ITEMS) {
            throw new RequestException(
                    413, "the list is too long: at most " + MAX_ITEMS + " titles are read, found " + root.size());
        }
        List<RatedItem> items = new ArrayList<>(root.size());
        for (int k = 0; k < root.size(); k++) {
            items.add(ratedItem(root.get(k), "/" + k));
        }
        return items;
    }

    private static RatedItem ratedItem(JsonNode entry, String pointer) {
        if (!entry.isObject()) {
            throw new RequestException(400, "an entry must be an object, was " + kind(entry) + "; " + EXAMPLE, pointer);
        }
        for (String name : entry.propertyNames()) {
            if (!name.equals("itemId") && !name.equals("score")) {
                throw new RequestException(
                        400, "an entry has itemId and score, found '" + cut(name) + "'", pointer + "/" + cut(name));
            }
        }
        JsonNode itemId = entry.path("itemId");
        if (!itemId.isIntegralNumber() || !itemId.canConvertToLong() || itemId.longValue() < 1) {
            throw new RequestException(
                    400, "itemId must be a whole number from 1 on, was " + shown(itemId), pointer + "/itemId");
        }
        JsonNode score = entry.path("score");
        boolean none = score.isMissingNode() || score.isNull();
        boolean valid = none
                || (score.isIntegralNumber()
                        && score.canConvertToInt()
                        && score.intValue() >= 0
                        && score.intValue() <= 10);
        if (!valid) {
            throw new RequestException(
                    400, "score must be a whole number in [0, 10], was " + shown(score), pointer + "/score");
        }
        return new RatedItem(itemId.longValue(), none ? 0 : score.intValue());
    }

    /// An uploaded export: the part `list` of a form, or the whole body.
    static FanList list(Context ctx) throws IOException {
        if (!ctx.isMultipartFormData()) {
            return MalExport.read(ctx.bodyInputStream(), ListLimits.DEFAULT);
        }
        UploadedFile file = ctx.uploadedFile("list");
        if (file == null) {
            throw new RequestException(400, "the form has no file 'list'; choose the export of your list");
        }
        try (InputStream in = file.content()) {
            return MalExport.read(in, ListLimits.DEFAULT);
        }
    }

    /// What a list wishes for: its watched titles are what to go on, its planned ones are not recommended.
    static Ask ask(FanList list, boolean adult, int n) {
        List<RatedItem> watched = list.watched().stream()
                .map(entry -> new RatedItem(entry.itemId(), entry.score()))
                .toList();
        Map<Long, Exclusion> planned =
                list.planned().stream().collect(Collectors.toMap(ListEntry::itemId, _ -> Exclusion.PLANNED));
        return ask(watched, planned, adult, n);
    }

    /// What a list in a request asks for.
    static Ask ask(List<RatedItem> watched, Map<Long, Exclusion> excluded, boolean adult, int n) {
        Ask ask = Ask.of(watched, n).withExcluded(excluded);
        return adult ? ask.withFilter(Filter.USUAL.withAdult()) : ask;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "a list";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            case NULL, MISSING -> "null";
        };
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : cut(node.toString());
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
