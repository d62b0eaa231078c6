package io.osusume.profiles;

/// How much is stored.
///
/// @param entries titles on all lists
/// @param marks titles hidden or saved
/// @param changes kept for undo
/// @param apiKeys revoked and expired ones too
public record StoreCounts(long profiles, long entries, long marks, long changes, long apiKeys) {}
