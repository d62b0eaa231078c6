package io.osusume.assistant;

import io.osusume.data.Title;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What tools have said in a conversation: which titles, and which numbers of each. Belongs to one turn
/// at a time.
final class Ledger {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.]\\d+)?");

    private final Set<Long> titles = new TreeSet<>();
    private final Map<Long, Set<String>> numbers = new HashMap<>();
    private final Set<String> general = new HashSet<>();
    private final Map<String, Set<String>> names = new TreeMap<>();

    /// Notes an answer.
    void take(ToolResult result) {
        result.answer().ifPresent(answer -> take(ToolJson.tree(answer), 0));
    }

    /// Notes a title that was told in an earlier turn.
    void take(Title title) {
        take(ToolJson.tree(TitleBrief.of(title, -1)), 0);
    }

    /// Notes the numbers of what the fan said: they may be said back.
    void said(String text) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            general.add(matcher.group());
        }
    }

    private void take(JsonNode node, long of) {
        if (node.isObject()) {
            long own = node.path("itemId").isNumber() ? node.path("itemId").asLong() : titleOf(node, of);
            if (node.path("itemId").isNumber()) {
                titles.add(own);
            }
            if (node.path("byTitle").isNumber()) {
                titles.add(node.path("byTitle").asLong());
            }
            node.properties().forEach(each -> {
                if (!each.getKey().equals("synopsis")) {
                    take(each.getValue(), own);
                }
            });
            node.path("studios").forEach(studio -> studio(studio.asString()));
        } else if (node.isArray()) {
            node.forEach(each -> take(each, of));
        } else if (node.isNumber()) {
            note(node.asDouble(), of);
        } else if (node.isString()) {
            Matcher matcher = NUMBER.matcher(node.asString());
            while (matcher.find()) {
                note(Double.parseDouble(matcher.group()), of);
            }
        }
    }

    /// The title that the other fields of an object are about.
    private static long titleOf(JsonNode node, long otherwise) {
        JsonNode id = node.path("title").path("itemId");
        return id.isNumber() ? id.asLong() : otherwise;
    }

    private void studio(String name) {
        for (String word : name.split("[\\s/]+", -1)) {
            names.computeIfAbsent(word, _ -> new HashSet<>()).add(name);
        }
    }

    private void note(double number, long of) {
        Set<String> known = of == 0 ? general : numbers.computeIfAbsent(of, _ -> new HashSet<>());
        double size = Math.abs(number);
        known.add(shown(size));
        known.add(String.format(Locale.ROOT, "%.1f", size));
        known.add(Long.toString(Math.round(size)));
    }

    static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    boolean knows(long itemId) {
        return titles.contains(itemId);
    }

    /// All titles so far, by ascending id.
    Set<Long> titles() {
        return Set.copyOf(titles);
    }

    /// Whether one of the titles is known.
    boolean knowsAny(Set<Long> itemIds) {
        return itemIds.stream().anyMatch(titles::contains);
    }

    /// Whether a word is of a studio that a tool named.
    boolean ofStudio(String word) {
        return names.containsKey(word);
    }

    /// Whether a number may be said in a sentence about some titles; about none: of any.
    boolean mayBeSaid(String number, Set<Long> about) {
        String plain = normal(number);
        if (general.contains(plain)) {
            return true;
        }
        if (about.isEmpty()) {
            return numbers.values().stream().anyMatch(known -> known.contains(plain));
        }
        return about.stream().anyMatch(itemId -> {
            @Nullable Set<String> known = numbers.get(itemId);
            return known != null && known.contains(plain);
        });
    }

    private static String normal(String number) {
        String text = number.replaceAll("(?<=\\d),(?=\\d{3})", "").replace(',', '.');
        return text.matches("\\d+[.]0+") ? text.substring(0, text.indexOf('.')) : text;
    }
}
