package io.osusume.lists;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is read of an entry, and the names it goes by in the exports of different sites and years, best first.
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
enum MalField {
    ID("series_animedb_id", "series_mal_id", "anime_animedb_id", "animedb_id", "mal_id", "anime_id"),
    TITLE("series_title", "anime_title", "series_name", "title", "name"),
    EPISODES("series_episodes", "anime_num_episodes", "episodes"),
    WATCHED(
            "my_watched_episodes",
            "my_watched",
            "my_episodes",
            "num_watched_episodes",
            "watched_episodes",
            "episodes_watched",
            "progress"),
    SCORE("my_score", "my_rating", "score", "rating"),
    STATUS("my_status", "watch_status", "user_status", "status");

    private static final Map<String, MalField> BY_NAME = byName();

    private final List<String> names;

    MalField(String... names) {
        this.names = List.of(names);
    }

    /// The element the current MyAnimeList export has for it.
    String element() {
        return names.getFirst();
    }

    /// True if an element is read at all.
    static boolean isRead(String element) {
        return BY_NAME.containsKey(element);
    }

    /// The text of the best name that has one, empty if none has.
    String in(Map<String, String> texts) {
        for (String name : names) {
            String text = texts.getOrDefault(name, "");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static Map<String, MalField> byName() {
        Map<String, MalField> fields = new HashMap<>();
        Arrays.stream(values()).forEach(field -> field.names.forEach(name -> fields.put(name, field)));
        return Map.copyOf(fields);
    }
}
