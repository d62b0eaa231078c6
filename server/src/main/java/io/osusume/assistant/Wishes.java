package io.osusume.assistant;

import io.osusume.recommend.RecommendationService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a sentence wishes of recommendations, as arguments of [RecommendTool].
final class Wishes {
    private static final Pattern LIKE = Pattern.compile(
            "\\b(?:like|similar to) (.+?)(?:,| but | without | after | before |$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile("\\b(?:after|since|newer than) (19\\d\\d|20\\d\\d)");
    private static final Pattern BEFORE = Pattern.compile("\\b(?:before|until|older than) (19\\d\\d|20\\d\\d)");

    private Wishes() {}

    static Map<String, Object> in(String said, RecommendationService service, Function<String, Optional<Long>> named) {
        String text = said.toLowerCase(Locale.ROOT);
        Map<String, Object> wishes = new LinkedHashMap<>();
        Matcher like = LIKE.matcher(said);
        if (like.find()) {
            named.apply(like.group(1)).ifPresent(itemId -> wishes.put("like", List.of(itemId)));
        }
        List<String> genres = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String genre : service.genres()) {
            String word = genre.toLowerCase(Locale.ROOT);
            if (text.matches(".*\\b(?:no|without|not) " + Pattern.quote(word) + "\\b.*")) {
                without.add(genre);
            } else if (text.matches(".*\\b" + Pattern.quote(word) + "\\b.*")
                    || (word.equals("comedy") && text.contains("funny"))) {
                genres.add(genre);
            }
        }
        put(wishes, "genres", genres);
        put(wishes, "withoutGenres", without);
        year(AFTER, text, 1).ifPresent(year -> wishes.put("fromYear", year));
        year(BEFORE, text, -1).ifPresent(year -> wishes.put("toYear", year));
        if (text.matches(".*\\bshort\\b.*")) {
            wishes.put("maxEpisodes", 13);
        }
        if (text.contains("movie") || text.contains("film")) {
            wishes.put("types", List.of("movie"));
        }
        if (text.contains("no sequel")) {
            wishes.put("franchises", "new-franchises");
        }
        return wishes;
    }

    private static void put(Map<String, Object> wishes, String name, List<String> words) {
        if (!words.isEmpty()) {
            wishes.put(name, words);
        }
    }

    private static Optional<Integer> year(Pattern pattern, String text, int step) {
        Matcher year = pattern.matcher(text);
        return year.find() ? Optional.of(Integer.parseInt(year.group(1)) + step) : Optional.empty();
    }
}
