package io.osusume.web;

import io.osusume.profiles.ProfileContents;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All that is kept of a fan, as a file to take along.
record ExportJson(
        Instant created,
        String lastUsed,
        List<EntryJson> list,
        Map<Long, Instant> notInterested,
        Map<Long, Instant> saved,
        String namesOfTitles,
        boolean adult,
        Map<String, String> preferences) {
    /// A title of the list.
    record EntryJson(long itemId, String status, int score, Instant updated) {}

    static ExportJson of(ProfileContents contents) {
        return new ExportJson(
                contents.created(),
                contents.lastUsed().toString(),
                contents.entries().stream()
                        .map(entry ->
                                new EntryJson(entry.itemId(), entry.status().word(), entry.score(), entry.updated()))
                        .toList(),
                contents.hidden(),
                contents.saved(),
                contents.settings().titleLanguage().word(),
                contents.settings().adult(),
                contents.settings().preferences());
    }
}
