package io.osusume.data;

/// The language a fan wants to read names of titles in.
public enum NameLanguage {
    ROMAJI("romaji"),
    ENGLISH("english"),
    JAPANESE("japanese");

    private final String word;

    NameLanguage(String word) {
        this.word = word;
    }

    /// The word in settings and addresses.
    public String word() {
        return word;
    }
}
