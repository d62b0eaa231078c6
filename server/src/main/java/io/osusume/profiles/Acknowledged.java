package io.osusume.profiles;

import java.util.OptionalLong;

/// The store's word that a change is on disk.
///
/// @param version of the profile now
/// @param changed how many parts (entries, marks, settings) changed; 0 if all was as wished before
public record Acknowledged(long version, int changed) {
    /// What [ProfileStore#undo] takes; empty if nothing changed. The id of a change is the version it made.
    public OptionalLong changeId() {
        return changed == 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
