package io.osusume.web;

import io.osusume.assistant.Turn;
import io.osusume.profiles.ProfileContents;
import io.osusume.schema.Says;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// All that is kept of a fan, as a file to take along.
record ExportJson(
        @Says("When the profile was made") Instant created,

        @Says(value = "The day it was last read or changed, in UTC", example = "\"2026-11-24\"")
        String lastUsed,

        @Says("The list, by ascending id") List<ExportedEntryJson> list,

        @Says("Titles the fan is not interested in, and since when")
        Map<Long, Instant> notInterested,

        @Says("Titles saved for later, and since when") Map<Long, Instant> saved,

        @Says("The language of names of titles") String namesOfTitles,
        @Says("Whether titles for adults may come") boolean adult,
        @Says("Small choices of the pages") Map<String, String> preferences,

        @Says("What the fan and the assistant said, the oldest first; a title is [[its id]]")
        List<ExportedTurnJson> conversation) {
    /// A question to the assistant and its answer.
    record ExportedTurnJson(
            @Says("What the fan said") String said,
            @Says("What the assistant answered") String answered) {}

    /// A title of the list.
    record ExportedEntryJson(
            @Says(value = "MyAnimeList id", least = 1) long itemId,

            @Says(value = "How far the fan has got", example = "\"on hold\"")
            String status,

            @Says(value = "What the fan gave it, 0 for nothing", least = 0, most = 10)
            int score,

            @Says("When status or score last changed") Instant updated) {}

    static ExportJson of(ProfileContents contents, List<String> turns) {
        return new ExportJson(
                contents.created(),
                contents.lastUsed().toString(),
                contents.entries().stream()
                        .map(entry -> new ExportedEntryJson(
                                entry.itemId(), entry.status().word(), entry.score(), entry.updated()))
                        .toList(),
                contents.hidden(),
                contents.saved(),
                contents.settings().titleLanguage().word(),
                contents.settings().adult(),
                contents.settings().preferences(),
                turns.stream()
                        .map(Turn::read)
                        .map(turn -> new ExportedTurnJson(turn.said(), turn.answered()))
                        .toList());
    }
}
