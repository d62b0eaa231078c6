package io.osusume.franchise;

/// What a synopsis says outright.
enum Cue {
    /// That this is a recap.
    RECAP,

    /// That this is another telling.
    RETELLING,

    /// That this goes on with what came before.
    SEQUEL
}
