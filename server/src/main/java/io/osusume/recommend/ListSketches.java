package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.registry.LoadedModel;
import io.osusume.telemetry.ListSketch;
import java.util.Arrays;
import java.util.List;

/// What is counted of a list a fan asks with.
final class ListSketches {
    private ListSketches() {}

    static ListSketch of(List<RatedItem> list, LoadedModel loaded) {
        int[] scores = new int[ListSketch.SCORES];
        int[] members = new int[list.size()];
        int known = 0;
        for (RatedItem entry : list) {
            scores[entry.rating()]++;
            if (loaded.items().index(entry.itemId()).isPresent()) {
                members[known++] = loaded.catalogue()
                        .title(entry.itemId())
                        .map(Title::members)
                        .orElse(0);
            }
        }
        return new ListSketch(list.size(), list.size() - known, scores, Arrays.copyOf(members, known));
    }
}
