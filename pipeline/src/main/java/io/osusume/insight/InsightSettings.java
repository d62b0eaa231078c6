package io.osusume.insight;

import java.util.SortedMap;
import java.util.TreeMap;

/// How much of [io.osusume.registry.Insights] is made.
///
/// @param map whether all items are laid out on a map
/// @param scoreTitles between how many items scores tell scores; 0 for no expected scores
/// @param lists how many users' lists are kept, without a name; 0 for none
public record InsightSettings(boolean map, int scoreTitles, int lists) {
    public InsightSettings {
        if (scoreTitles < 0 || scoreTitles > Short.MAX_VALUE) {
            throw new IllegalArgumentException("score-titles must be in [0, 32767], was " + scoreTitles);
        }
        if (lists < 0) {
            throw new IllegalArgumentException("lists must not be negative, was " + lists);
        }
    }

    /// By the names of settings.
    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("insights.map", Boolean.toString(map));
        settings.put("insights.score-titles", Integer.toString(scoreTitles));
        settings.put("insights.lists", Integer.toString(lists));
        return settings;
    }
}
