package io.osusume.registry;

/// The card of a version, as it was written when the version was registered.
///
/// @param html a page that needs no other file
/// @param markdown the same as text, without drawings
public record VersionCard(String html, String markdown) {}
