package io.osusume.storage;

/// A small text and the number the store gave it.
///
/// @param text the whole of it
/// @param generation to be named by whoever replaces it
public record StoredText(String text, long generation) {
    /// The generation of what is not there.
    public static final long ABSENT = 0;
}
