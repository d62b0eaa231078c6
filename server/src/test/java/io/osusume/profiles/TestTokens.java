package io.osusume.profiles;

/// Tokens that tests make by hand.
final class TestTokens {
    private TestTokens() {}

    /// A token that belongs to no profile.
    static ProfileToken unknown() {
        return ProfileToken.parse("A".repeat(43)).orElseThrow();
    }
}
