package io.osusume.web;

import io.osusume.lists.Adjustment;
import io.osusume.lists.ImportSummary;
import io.osusume.profiles.Acknowledged;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.ProfileEntry;
import io.osusume.schema.EnumWords;
import io.osusume.schema.Says;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The shapes of what the API answers about a profile. What is not known is absent.
final class ProfileJson {
    private ProfileJson() {}

    record NewProfileJson(
            @Says("The only way to the profile: the header Osusume-Profile of all requests about it. It is shown this"
                    + " once and cannot be found again")
            String token,

            @Says(value = "Counts its changes", least = 0) long version) {}

    record StoredEntryJson(
            @Says(value = "MyAnimeList id", least = 1, example = "5114")
            long itemId,

            @Says(value = "How far the fan has got", words = EntryStatus.class)
            String status,

            @Says(value = "What the fan gave it, absent for nothing", least = 1, most = 10) @Nullable
            Integer score,

            @Says("When status or score last changed") Instant updated) {
        static StoredEntryJson of(ProfileEntry entry) {
            return new StoredEntryJson(
                    entry.itemId(),
                    EnumWords.of(entry.status()),
                    entry.score() == 0 ? null : entry.score(),
                    entry.updated());
        }
    }

    record MarkJson(
            @Says(value = "MyAnimeList id", least = 1, example = "5114")
            long itemId,

            @Says("Since when") Instant since) {
        static List<MarkJson> of(SortedMap<Long, Instant> marks) {
            return marks.entrySet().stream()
                    .map(mark -> new MarkJson(mark.getKey(), mark.getValue()))
                    .toList();
        }
    }

    record SettingsJson(
            @Says(value = "The language of displayName: romaji, english or japanese", example = "\"romaji\"")
            String names,

            @Says("Whether titles for adults may come") boolean adult,
            @Says("Whether planned titles may come") boolean planned) {
        static SettingsJson of(ProfileContents contents) {
            return new SettingsJson(
                    contents.settings().titleLanguage().word(),
                    contents.settings().adult(),
                    "true".equals(contents.settings().preferences().get(StoredFan.PLANNED)));
        }
    }

    record StoredProfileJson(
            @Says(value = "Counts its changes", least = 0) long version,
            @Says("When it was made") Instant created,
            @Says("The list, by ascending id") List<StoredEntryJson> entries,

            @Says("Titles that must not come, and lower what is like them")
            List<MarkJson> notInterested,

            @Says("Titles saved for later, which do not come meanwhile")
            List<MarkJson> saved,

            @Says("What is chosen for good") SettingsJson settings) {
        static StoredProfileJson of(ProfileContents contents) {
            return new StoredProfileJson(
                    contents.version(),
                    contents.created(),
                    contents.entries().stream().map(StoredEntryJson::of).toList(),
                    MarkJson.of(contents.hidden()),
                    MarkJson.of(contents.saved()),
                    SettingsJson.of(contents));
        }
    }

    record ChangedJson(
            @Says(value = "The version now", least = 0) long version,

            @Says(value = "How many entries, marks and settings changed; 0 if all was so before", least = 0)
            int changed,

            @Says(value = "What undo takes; absent if nothing changed", least = 1) @Nullable
            Long change) {
        static ChangedJson of(Acknowledged done) {
            return new ChangedJson(
                    done.version(),
                    done.changed(),
                    done.changeId().isPresent() ? done.changeId().getAsLong() : null);
        }
    }

    record UndoneJson(
            @Says("What the undo did; it can be undone too") ChangedJson done,

            @Says(value = "How many parts stayed as they are, since they have changed after", least = 0)
            int kept) {}

    record ImportedJson(
            @Says("What it did to the profile") ChangedJson done,

            @Says(value = "How many titles the list has", least = 0)
            int read,

            @Says(value = "How many of them are known here", least = 0)
            int matched,

            @Says("The others, by name or id; those with an id are kept too")
            List<String> notMatched,

            @Says("How many titles each status has") Map<String, Integer> byStatus,

            @Says("What was read otherwise than it stands in the list")
            List<String> adjustments) {
        static ImportedJson of(Acknowledged done, ImportSummary summary) {
            Map<String, Integer> byStatus = new LinkedHashMap<>();
            summary.byStatus().forEach((status, count) -> {
                if (count > 0) {
                    byStatus.put(status.label(), count);
                }
            });
            return new ImportedJson(
                    ChangedJson.of(done),
                    summary.read(),
                    summary.matched().size(),
                    summary.notMatched(),
                    byStatus,
                    summary.adjustments().stream().map(Adjustment::message).toList());
        }
    }
}
