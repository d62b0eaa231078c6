package io.osusume.registry;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One move of an alias, as the registry's history keeps it.
///
/// @param alias which alias
/// @param before the version it stood for, null if none
/// @param after the version it stands for now, null if none
/// @param because when, who and why
public record AliasChange(
        Alias alias, @Nullable String before, @Nullable String after, Because because) {
    /// When an alias was moved, who did it and why.
    ///
    /// @param who a person's or a job's name, possibly empty
    /// @param why a sentence, possibly empty
    /// @param forced whether a gate was overruled
    public record Because(Instant at, String who, String why, boolean forced) {}

    /// The version it stood for.
    public Optional<String> from() {
        return Optional.ofNullable(before);
    }

    /// The version it stands for since.
    public Optional<String> to() {
        return Optional.ofNullable(after);
    }
}
