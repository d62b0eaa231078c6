package io.osusume.profiles;

/// A password on its way to a database; it never shows itself.
///
/// @param text empty for none
public record Password(String text) {
    /// No password.
    public static final Password NONE = new Password("");

    @Override
    public String toString() {
        return "Password[...]";
    }
}
