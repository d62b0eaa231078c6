package io.osusume.web;

import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.Recommendations;
import java.util.List;
import java.util.Map;

/// The list a page is about.
///
/// @param excluded what must not come though it is not watched
/// @param origin what the titles are, such as `you picked`
record FanTitles(List<RatedItem> watched, Map<Long, Exclusion> excluded, String origin) {
    FanTitles {
        watched = List.copyOf(watched);
        excluded = Map.copyOf(excluded);
    }

    static FanTitles of(Picks picks) {
        return new FanTitles(picks.items(), Map.of(), "you picked");
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    boolean has(long itemId) {
        return watched.stream().anyMatch(item -> item.itemId() == itemId);
    }

    /// One sentence about what recommendations rest on.
    String sentence(Recommendations given) {
        int matched = given.matched();
        int missed = given.notMatched().size();
        return "Based on " + matched + (matched == 1 ? " title " : " titles ") + origin
                + (missed == 0 ? "." : "; " + missed + (missed == 1 ? " more is" : " more are") + " not known here.");
    }
}
