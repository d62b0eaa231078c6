package io.osusume.profiles;

import java.security.SecureRandom;
import java.util.Optional;

/// The key to one profile: 256 random bits, which only its owner has. The store keeps nothing but their SHA-256, so
/// that
/// who reads the database can open no profile. It never shows itself but by [#text()].
public final class ProfileToken {
    private final Secret256 secret;

    private ProfileToken(Secret256 secret) {
        this.secret = secret;
    }

    /// A new token of this source of randomness.
    static ProfileToken random(SecureRandom random) {
        return new ProfileToken(Secret256.random(random));
    }

    /// The token of a cookie's text; empty unless it is 43 characters of unpadded base64url in their one canonical
    /// form.
    public static Optional<ProfileToken> parse(String text) {
        return Secret256.parse(text).map(ProfileToken::new);
    }

    /// The 43 characters for a cookie. They open the profile: never log them.
    public String text() {
        return secret.text();
    }

    /// SHA-256 of the 32 bytes; the caller owns it.
    byte[] hash() {
        return secret.hash();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "ProfileToken[...]";
    }
}
