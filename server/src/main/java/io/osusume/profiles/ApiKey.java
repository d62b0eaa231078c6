package io.osusume.profiles;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of an API key; its secret is not.
///
/// @param id the public part, 12 hexadecimal digits: names the key in lists and logs
/// @param name whose it is, for people
/// @param created whole milliseconds
/// @param expires from when on it opens nothing; null for never
/// @param lastUsed within an hour; null if never used
/// @param revoked since when it opens nothing; null if it does
public record ApiKey(
        String id,
        String name,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /// True if it opens anything at this moment.
    public boolean valid(Instant now) {
        return revoked == null
                && Optional.ofNullable(expires).map(now::isBefore).orElse(true);
    }
}
