package io.osusume.app.settings;

import java.util.List;

/// The words for the model families on the command line and in settings.
public final class Families {
    /// Every family, simplest first.
    public static final List<String> NAMES = List.of(
            "popularity",
            "content",
            "item-knn",
            "ease",
            "edlae",
            "als",
            "net-original",
            "net-corrected",
            "net-ranking",
            "hybrid-original",
            "hybrid");

    private Families() {}
}
