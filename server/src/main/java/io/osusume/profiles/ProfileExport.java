package io.osusume.profiles;

import java.util.List;

/// All that is stored of a profile ("take my data with me"): nothing else is known of its owner.
///
/// @param changes what can still be undone, newest first
public record ProfileExport(ProfileContents contents, List<KeptChange> changes) {
    public ProfileExport {
        changes = List.copyOf(changes);
    }
}
