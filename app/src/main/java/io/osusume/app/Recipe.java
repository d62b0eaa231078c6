package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.artifact.Manifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The settings that decide which model comes out of which source: all that a version's manifest keeps
/// so that it can
/// be made again. How many threads compute is none of them, nor where anything lies.
final class Recipe {
    private static final List<String> GROUPS = List.of(
            "prepare.",
            "split.",
            "item-knn.",
            "content.",
            "ease.",
            "edlae.",
            "als.",
            "net.",
            "net-ranking.",
            "hybrid.",
            "trees.",
            "insights.");
    private static final List<Setting> SINGLE =
            List.of(Setting.INGEST_LIMIT, Setting.INGEST_MAX_BAD_ROWS, Setting.TRAIN_SEED, Setting.SYNOPSIS_EMBEDDINGS);

    /// What prepared data says in its manifest of the settings it was made with.
    private static final Map<String, Setting> OF_DATA = Map.of(
            "min-ratings", Setting.MIN_RATINGS,
            "unscored", Setting.UNSCORED,
            "test-fraction", Setting.SPLIT_TEST,
            "validation-fraction", Setting.SPLIT_VALIDATION,
            "held-out-fraction", Setting.SPLIT_HELD_OUT,
            "min-entries", Setting.SPLIT_MIN_ENTRIES,
            "max-users", Setting.SPLIT_MAX_USERS,
            "seed", Setting.SPLIT_SEED,
            "ingest.max-bad-rows", Setting.INGEST_MAX_BAD_ROWS);

    private Recipe() {}

    /// The values in force, by key.
    static SortedMap<String, String> of(Settings settings) {
        SortedMap<String, String> recipe = new TreeMap<>();
        for (Setting setting : Setting.values()) {
            if (SINGLE.contains(setting) || GROUPS.stream().anyMatch(setting.key()::startsWith)) {
                recipe.put(setting.key(), settings.text(setting));
            }
        }
        return Collections.unmodifiableSortedMap(recipe);
    }

    /// The same for a model of data that is prepared already: what that was made with counts, not what is in force now.
    static SortedMap<String, String> of(Settings settings, Manifest prepared) {
        SortedMap<String, String> recipe = new TreeMap<>(of(settings));
        OF_DATA.forEach((word, setting) -> {
            String then = prepared.settings().get(word);
            if (then != null) {
                recipe.put(setting.key(), then);
            }
        });
        return Collections.unmodifiableSortedMap(recipe);
    }
}
