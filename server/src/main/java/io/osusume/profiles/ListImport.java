package io.osusume.profiles;

/// What an imported list does to the entries that are there.
public enum ListImport {
    /// Entries of the same titles are replaced, the others stay.
    MERGE,
    /// The list becomes the imported one.
    REPLACE
}
