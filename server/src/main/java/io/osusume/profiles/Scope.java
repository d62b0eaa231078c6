package io.osusume.profiles;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an API key allows.
public enum Scope {
    /// Recommendations, similar titles, search: nothing stored is read or changed.
    RECOMMEND,
    /// Making profiles, and reading and changing those whose token the caller has.
    PROFILE,
    /// Counts, the state of the model, and looking for another champion; no profile.
    ADMIN;

    /// The word on the command line and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of a word; empty if there is none such.
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
