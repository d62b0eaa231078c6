package io.osusume.lists;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A fan's whole list.
///
/// @param entries in the order of the file, each id once
/// @param named what has a name but no id, in the order of the file, each name once
/// @param repeated how many earlier entries of the same id or name were replaced by a later one
/// @param adjustments what was read otherwise than it stands in the list
public record FanList(List<ListEntry> entries, List<NamedEntry> named, int repeated, List<Adjustment> adjustments) {
    public FanList {
        entries = List.copyOf(entries);
        named = List.copyOf(named);
        adjustments = List.copyOf(adjustments);
    }

    /// How many titles the list has, with and without an id.
    public int size() {
        return entries.size() + named.size();
    }

    /// The entries with an id the fan has seen at least a part of: what a profile is made from.
    public List<ListEntry> watched() {
        return entries.stream().filter(entry -> entry.status().watched()).toList();
    }

    /// The entries with an id the fan only plans to watch.
    public List<ListEntry> planned() {
        return entries.stream().filter(entry -> !entry.status().watched()).toList();
    }

    /// How many titles each status has, with and without an id, every status present.
    public Map<ListStatus, Integer> countByStatus() {
        Map<ListStatus, Integer> counts = new EnumMap<>(ListStatus.class);
        for (ListStatus status : ListStatus.values()) {
            counts.put(status, 0);
        }
        entries.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        named.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
        return counts;
    }

    /// One sentence for the fan, such as `3 titles read: 2 completed, 1 plan to watch`.
    public String summary() {
        StringBuilder parts = new StringBuilder();
        countByStatus().forEach((status, count) -> {
            if (count > 0) {
                parts.append(parts.isEmpty() ? ": " : ", ")
                        .append(count)
                        .append(' ')
                        .append(status.label().toLowerCase(Locale.ROOT));
            }
        });
        return size() + (size() == 1 ? " title read" : " titles read") + parts;
    }
}
