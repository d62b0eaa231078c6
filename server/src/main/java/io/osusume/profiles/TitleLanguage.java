package io.osusume.profiles;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The language a fan reads names of titles in.
public enum TitleLanguage {
    ROMAJI,
    ENGLISH,
    JAPANESE;

    /// The word that is stored, such as `romaji`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The language of a word; empty if there is none such.
    public static Optional<TitleLanguage> of(String word) {
        return Stream.of(values())
                .filter(language -> language.word().equals(word))
                .findFirst();
    }
}
