package io.osusume.lists;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of an import: how many titles were read, which of them the catalogue knows and which not.
///
/// @param read how many titles the list has
/// @param matched the entries the catalogue knows, in the order of the list, those found by name last; each id once
/// @param byName how many of the matched were found by their name, since the list gives no id
/// @param unknown entries whose id the catalogue does not know
/// @param unknownNames entries without an id whose name the catalogue does not know, or knows more than once
/// @param byStatus how many of the titles read have each status, every status present
/// @param repeated how many earlier entries of the same title were replaced
/// @param adjustments what was read otherwise than it stands in the list
public record ImportSummary(
        int read,
        List<ListEntry> matched,
        int byName,
        List<ListEntry> unknown,
        List<NamedEntry> unknownNames,
        Map<ListStatus, Integer> byStatus,
        int repeated,
        List<Adjustment> adjustments) {
    public ImportSummary {
        matched = List.copyOf(matched);
        unknown = List.copyOf(unknown);
        unknownNames = List.copyOf(unknownNames);
        Map<ListStatus, Integer> counts = new EnumMap<>(ListStatus.class);
        counts.putAll(byStatus);
        byStatus = Collections.unmodifiableMap(counts);
        adjustments = List.copyOf(adjustments);
    }

    /// Matches a list with a catalogue.
    ///
    /// @param byName the one title of a name, empty if there is none or more than one
    public static ImportSummary of(FanList list, Catalogue catalogue, Function<String, Optional<Title>> byName) {
        Map<Long, ListEntry> matched = new LinkedHashMap<>();
        List<ListEntry> unknown = new ArrayList<>();
        for (ListEntry entry : list.entries()) {
            if (catalogue.title(entry.itemId()).isPresent()) {
                matched.put(entry.itemId(), entry);
            } else {
                unknown.add(entry);
            }
        }
        int repeated = list.repeated();
        int named = 0;
        List<NamedEntry> unknownNames = new ArrayList<>();
        for (NamedEntry entry : list.named()) {
            Optional<Title> title = byName.apply(entry.title());
            if (title.isEmpty()) {
                unknownNames.add(entry);
            } else if (matched.containsKey(title.get().itemId())) {
                repeated++; // what the list itself gives an id for is surer than a name
            } else {
                named++;
                matched.put(title.get().itemId(), entry.withId(title.get().itemId()));
            }
        }
        return new ImportSummary(
                list.size(),
                List.copyOf(matched.values()),
                named,
                unknown,
                unknownNames,
                list.countByStatus(),
                repeated,
                list.adjustments());
    }

    /// What the catalogue does not know, as a person names it: the title, or the id where there is none.
    public List<String> notMatched() {
        return Stream.concat(
                        unknown.stream()
                                .map(entry ->
                                        entry.title().isEmpty() ? "MyAnimeList id " + entry.itemId() : entry.title()),
                        unknownNames.stream().map(NamedEntry::title))
                .toList();
    }

    /// One sentence for the fan, such as `3 titles read (2 completed, 1 plan to watch), 2 matched, 1 not matched`.
    public String sentence() {
        String statuses = byStatus.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return read + (read == 1 ? " title read" : " titles read") + (read == 0 ? "" : " (" + statuses + ")") + ", "
                + matched.size() + " matched" + (byName == 0 ? "" : " (" + byName + " by name)") + ", "
                + (unknown.size() + unknownNames.size()) + " not matched"
                + (repeated == 0 ? "" : ", " + repeated + " more than once");
    }
}
