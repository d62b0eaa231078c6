package io.osusume.data;

/// The quarter of the year in which a series starts.
public enum Season {
    WINTER("Winter"),
    SPRING("Spring"),
    SUMMER("Summer"),
    FALL("Fall");

    private final String label;

    Season(String label) {
        this.label = label;
    }

    /// The word MyAnimeList uses.
    public String label() {
        return label;
    }
}
