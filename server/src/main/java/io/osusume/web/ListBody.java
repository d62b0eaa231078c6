package io.osusume.web;

import io.osusume.lists.FanList;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The list in a request's body.
///
/// @param watched titles to go on
/// @param excluded titles that must not come though they are not watched
/// @param export the file it comes from, null for a list written as JSON
record ListBody(
        List<RatedItem> watched,
        Map<Long, Exclusion> excluded,
        @Nullable FanList export) {
    ListBody {
        watched = List.copyOf(watched);
        excluded = Map.copyOf(excluded);
    }

    /// An export: its watched titles are what to go on, its planned ones are not recommended.
    static ListBody of(FanList list) {
        return new ListBody(
                list.watched().stream()
                        .map(entry -> new RatedItem(entry.itemId(), entry.score()))
                        .toList(),
                list.planned().stream().collect(Collectors.toMap(entry -> entry.itemId(), _ -> Exclusion.PLANNED)),
                list);
    }

    /// The same with more titles that must not come.
    ListBody without(List<Long> itemIds) {
        Map<Long, Exclusion> all = new HashMap<>(excluded);
        itemIds.forEach(itemId -> all.putIfAbsent(itemId, Exclusion.SAVED));
        return new ListBody(watched, all, export);
    }
}
