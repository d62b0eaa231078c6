package io.osusume.registry;

import java.util.Locale;

/// A name that stands for one version at a time and can be moved to another.
public enum Alias {
    /// The version that is served.
    CHAMPION,

    /// The version that wants to be served: the gate compares it with the champion.
    CHALLENGER,

    /// The champion before this one: where a rollback goes.
    PREVIOUS;

    /// The word on the command line, and the name of the alias's file.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
