package io.osusume.understand;

import io.osusume.data.TitleType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests in the words of fans, written for this project, each with everything that is to be
/// understood, in six sets:
/// - `requests.jsonl`, before the first rules. Those whose text has an even CRC-32 are for tuning, the
///   others are a test of which nobody has looked at the mistakes.
/// - `strangers.jsonl`, by somebody who did not know the rules yet. Measured once, then tuned on.
/// - `later.jsonl`, before the rules were changed for the strangers. Measured; nobody has looked at the
///   mistakes.
/// - `more.jsonl` of all kinds and `sloppy.jsonl` in short, chatty, foreign-sounding English: tuned on.
/// - `chatty.jsonl` in the voice of the latter, before the rules were changed for any of the two.
///   Measured; nobody has looked at the mistakes.
final class RequestSet {
    /// What was shown before every follow-up of the set: Barakamon, Fullmetal Alchemist: Brotherhood,
    /// Death Note, Mushishi, Kimi no Na wa.
    static final List<Long> SHOWN = List.of(22789L, 5114L, 1535L, 457L, 32281L);

    private RequestSet() {}

    /// A request and what it means.
    ///
    /// @param after the request before it, empty if there is none
    /// @param expected by field; what is not named must be as usual
    record Example(String text, String after, Map<String, JsonNode> expected) {
        boolean forTuning() {
            CRC32 crc = new CRC32();
            crc.update(text.getBytes(StandardCharsets.UTF_8));
            return crc.getValue() % 2 == 0;
        }

        /// The fields that are not as expected, with what was expected and found.
        Map<String, String> mistakes(Understanding understanding) {
            Optional<Turn> before =
                    after.isEmpty() ? Optional.empty() : Optional.of(new Turn(understanding.read(after), SHOWN));
            Request request = understanding.read(text, before);
            Map<String, String> found = said(request);
            Map<String, String> mistakes = new TreeMap<>();
            Map<String, String> wanted = new TreeMap<>();
            expected.forEach((field, value) -> wanted.put(field, inWords(value)));
            String description = " " + request.description() + " ";
            JsonNode words = expected.get("description");
            if (words != null
                    && words.valueStream().allMatch(word -> description.contains(" " + word.asString() + " "))) {
                found.put("description", inWords(words));
            } else if (words == null) {
                found.remove("description"); // compared where the whole request is a description
            }
            for (String field : union(found, wanted)) {
                String expectedValue = wanted.getOrDefault(field, "nothing");
                String foundValue = found.getOrDefault(field, "nothing");
                if (!expectedValue.equals(foundValue)) {
                    mistakes.put(field, "expected " + expectedValue + ", found " + foundValue);
                }
            }
            return mistakes;
        }
    }

    private static List<String> union(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return List.copyOf(all.keySet());
    }

    private static String inWords(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(RequestSet::inWords).toList().toString();
        }
        return value.isNumber() ? Double.toString(value.asDouble()) : value.asString();
    }

    /// Everything a request says, by field.
    private static Map<String, String> said(Request request) {
        Map<String, String> said = new TreeMap<>();
        said.put("want", request.want().word());
        put(said, "titles", ids(request.titles()));
        put(said, "without-titles", ids(request.withoutTitles()));
        put(
                said,
                "types",
                request.filter().types().stream().map(TitleType::name).sorted().toList());
        put(said, "genres", request.filter().genres().stream().sorted().toList());
        put(
                said,
                "without-genres",
                request.filter().withoutGenres().stream().sorted().toList());
        put(said, "sources", request.filter().sources().stream().sorted().toList());
        put(said, "from", request.filter().fromYear());
        put(said, "to", request.filter().toYear());
        put(said, "min-episodes", request.filter().minEpisodes());
        put(said, "max-episodes", request.filter().maxEpisodes());
        put(said, "max-minutes", request.filter().maxMinutes());
        put(said, "min-members", request.filter().minMembers());
        put(
                said,
                "min-score",
                Double.isNaN(request.filter().minScore()) ? 0 : request.filter().minScore());
        put(said, "popularity", request.popularity());
        put(said, "variety", request.variety());
        put(said, "count", request.count());
        put(said, "skip", request.skip());
        put(said, "rating", request.rating());
        if (request.filter().unaired()) {
            said.put("unaired", "true");
        }
        if (request.filter().oldest() != io.osusume.recommend.Filter.USUAL.oldest()) {
            said.put("age", request.filter().oldest().name().toLowerCase(Locale.ROOT));
        }
        if (request.franchises() != Draft.USUAL_FRANCHISES) {
            said.put("franchises", request.franchises().word());
        }
        if (!request.description().isEmpty()) {
            said.put("description", request.description());
        }
        return said;
    }

    private static List<String> ids(List<NamedTitle> titles) {
        return titles.stream()
                .map(title -> Double.toString((double) title.itemId()))
                .toList();
    }

    private static void put(Map<String, String> said, String field, List<String> values) {
        if (!values.isEmpty()) {
            said.put(field, values.toString());
        }
    }

    private static void put(Map<String, String> said, String field, double value) {
        if (value != 0) {
            said.put(field, Double.toString(value));
        }
    }

    /// @param file one of the six
    static List<Example> read(String file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<Example> examples = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(RequestSet.class.getResourceAsStream(file))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode node = json.readTree(line);
                Map<String, JsonNode> expected = new TreeMap<>();
                node.get("expected").properties().forEach(entry -> expected.put(entry.getKey(), entry.getValue()));
                examples.add(new Example(
                        node.get("text").asString(),
                        node.has("after") ? node.get("after").asString() : "",
                        expected));
            }
        }
        return examples;
    }
}
