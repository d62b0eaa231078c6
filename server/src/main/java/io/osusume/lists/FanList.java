package io.osusume.lists;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A fan's whole list.
///
/// @param entries in the order of the file, each id once
/// @param repeated how many earlier entries of the same id were replaced by a later one
public record FanList(List<ListEntry> entries, int repeated) {
    public FanList {
        entries = List.copyOf(entries);
    }

    /// The entries the fan has seen at least a part of: what a profile is made from.
    public List<ListEntry> watched() {
        return entries.stream().filter(entry -> entry.status().watched()).toList();
    }

    /// The entries the fan only plans to watch.
    public List<ListEntry> planned() {
        return entries.stream().filter(entry -> !entry.status().watched()).toList();
    }

    /// How many entries each status has, every status present.
    public Map<ListStatus, Integer> countByStatus() {
        Map<ListStatus, Integer> counts = new EnumMap<>(ListStatus.class);
        for (ListStatus status : ListStatus.values()) {
            counts.put(status, 0);
        }
        entries.forEach(entry -> counts.merge(entry.status(), 1, Integer::sum));
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
                        .append(status.label().toLowerCase(java.util.Locale.ROOT));
            }
        });
        return entries.size() + (entries.size() == 1 ? " title read" : " titles read") + parts;
    }
}
