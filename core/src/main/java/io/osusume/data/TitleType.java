package io.osusume.data;

/// The form of a title.
public enum TitleType {
    TV("TV"),
    MOVIE("Movie"),
    OVA("OVA"),
    ONA("ONA"),
    SPECIAL("Special"),
    MUSIC("Music"),
    UNKNOWN("Unknown");

    private final String label;

    TitleType(String label) {
        this.label = label;
    }

    /// The word MyAnimeList uses.
    public String label() {
        return label;
    }
}
