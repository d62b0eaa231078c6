package io.osusume.profiles;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// 256 random bits as text and as hash: what profile tokens and API keys are made of. So many bits need no salt and no
/// slow hash: nobody can try them through.
final class Secret256 {
    /// Characters of the text: 32 bytes as base64url without padding.
    static final int TEXT_LENGTH = 43;

    private static final int BYTES = 32;

    private final byte[] bytes;

    private Secret256(byte[] bytes) {
        this.bytes = bytes;
    }

    static Secret256 random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret256(bytes);
    }

    /// The secret of a text; empty unless it is its one canonical form.
    static Optional<Secret256> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            Secret256 secret = new Secret256(Base64.getUrlDecoder().decode(text));
            return secret.text().equals(text) ? Optional.of(secret) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hash() {
        return sha256().digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Compares in a time that does not tell where two secrets differ.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret256 secret && MessageDigest.isEqual(secret.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash());
    }

    @Override
    public String toString() {
        return "Secret256[...]";
    }
}
