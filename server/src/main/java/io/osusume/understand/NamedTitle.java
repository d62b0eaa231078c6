package io.osusume.understand;

/// A title of the catalogue that a sentence names.
///
/// @param name as the catalogue writes it, in romaji
/// @param typed as the fan wrote it, or the place in the list before ("the second")
public record NamedTitle(long itemId, String name, String typed) {}
