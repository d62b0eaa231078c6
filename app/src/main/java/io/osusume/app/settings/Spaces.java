package io.osusume.app.settings;

import io.osusume.tune.Range;
import io.osusume.tune.Scale;
import io.osusume.tune.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which settings of each family a search may change, and within which ranges.
public final class Spaces {
    /// The families that have something to search, simplest first.
    public static final List<String> FAMILIES =
            Families.NAMES.stream().filter(name -> !ranges(name).isEmpty()).toList();

    private Spaces() {}

    /// The space of a family around the settings in force. What the command line or the environment says is held, and
    /// not searched.
    ///
    /// @param family one of [#FAMILIES]
    /// @throws SettingsException if nothing is left to search
    public static SearchSpace of(String family, Settings settings) {
        List<Range> ranges = ranges(family).stream()
                .filter(range -> !settings.isGivenForThisRun(setting(range)))
                .toList();
        if (ranges.isEmpty()) {
            throw new SettingsException("nothing is left to search: --set or the environment holds every setting of "
                    + family + ": "
                    + String.join(", ", ranges(family).stream().map(Range::key).toList()));
        }
        Map<String, String> present = new LinkedHashMap<>();
        ranges.forEach(range -> present.put(range.key(), settings.text(setting(range))));
        return new SearchSpace(ranges, present);
    }

    private static Setting setting(Range range) {
        return Setting.of(range.key()).orElseThrow();
    }

    static List<Range> ranges(String family) {
        return switch (family) {
            case "item-knn" ->
                List.of(
                        whole(Setting.KNN_NEIGHBOURS, 2, 200, Scale.LOGARITHMIC),
                        real(Setting.KNN_SHRINKAGE, 0.1, 1_000, Scale.LOGARITHMIC));
            case "ease" -> List.of(real(Setting.EASE_REGULARIZATION, 10, 3_000, Scale.LOGARITHMIC));
            case "edlae" ->
                List.of(
                        real(Setting.EDLAE_CONSTANT, 1, 500, Scale.LOGARITHMIC),
                        real(Setting.EDLAE_DROPOUT, 0.05, 0.8, Scale.LINEAR),
                        real(Setting.EDLAE_STRONGEST, 0, 2, Scale.LINEAR),
                        real(Setting.EDLAE_FRANCHISE_WEIGHT, 0, 20, Scale.LINEAR));
            case "als" ->
                List.of(
                        real(Setting.ALS_ALPHA, 1, 50, Scale.LOGARITHMIC),
                        real(Setting.ALS_REGULARIZATION, 0.5, 200, Scale.LOGARITHMIC),
                        whole(Setting.ALS_EPOCHS, 5, 30, Scale.LINEAR));
            case "content" -> content();
            case "hybrid" ->
                List.of(
                        whole(Setting.HYBRID_CANDIDATES, 50, 300, Scale.LOGARITHMIC),
                        real(Setting.HYBRID_SHORT_SHARE, 0, 1, Scale.LINEAR),
                        real(Setting.HYBRID_NEGATIVE_SHARE, 0.1, 1, Scale.LINEAR),
                        whole(Setting.TREES_COUNT, 50, 500, Scale.LOGARITHMIC),
                        whole(Setting.TREES_LEAVES, 7, 127, Scale.LOGARITHMIC),
                        real(Setting.TREES_LEARNING_RATE, 0.02, 0.3, Scale.LOGARITHMIC),
                        whole(Setting.TREES_ROWS_PER_LEAF, 10, 500, Scale.LOGARITHMIC));
            default -> List.of();
        };
    }

    /// The weights of the fields, how many neighbours, and how sharp.
    private static List<Range> content() {
        Stream<Range> weights = Stream.of(
                        Setting.CONTENT_GENRES,
                        Setting.CONTENT_STUDIOS,
                        Setting.CONTENT_SOURCE,
                        Setting.CONTENT_TYPE,
                        Setting.CONTENT_ERA,
                        Setting.CONTENT_AGE_RATING,
                        Setting.CONTENT_NAME,
                        Setting.CONTENT_FRANCHISE,
                        Setting.CONTENT_WORDS,
                        Setting.CONTENT_EMBEDDING)
                .map(weight -> real(weight, 0, 5, Scale.LINEAR));
        Stream<Range> others = Stream.of(
                whole(Setting.CONTENT_NEIGHBOURS, 20, 500, Scale.LOGARITHMIC),
                real(Setting.CONTENT_SHARPNESS, 1, 10, Scale.LINEAR));
        return Stream.concat(weights, others).toList();
    }

    private static Range real(Setting setting, double low, double high, Scale scale) {
        return new Range.Real(setting.key(), low, high, scale);
    }

    private static Range whole(Setting setting, int low, int high, Scale scale) {
        return new Range.Whole(setting.key(), low, high, scale);
    }
}
