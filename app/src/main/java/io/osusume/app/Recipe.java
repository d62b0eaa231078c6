package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import java.util.Collections;
import java.util.List;
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
}
