package io.osusume.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a fan has watched, for a question of which nothing is kept.
///
/// @param list of a title that stands twice the last counts
/// @param excluded what must not come though it is not watched
public record FanList(List<Rated> list, List<Excluded> excluded) {
    /// Nothing yet.
    public static final FanList EMPTY = new FanList(List.of(), List.of());

    /// A watched title.
    ///
    /// @param score 1 to 10, null if it is not scored
    public record Rated(long itemId, @Nullable Integer score) {}

    /// A title that must not come.
    ///
    /// @param why `planned`, `saved`, or `not-interested`, which lowers what is like it too
    public record Excluded(long itemId, String why) {}

    public FanList {
        list = List.copyOf(list);
        excluded = List.copyOf(excluded);
    }

    /// The same and a title that was watched, not scored.
    public FanList watched(long itemId) {
        return with(new Rated(itemId, null));
    }

    /// The same and a title that was watched and scored.
    public FanList watched(long itemId, int score) {
        return with(new Rated(itemId, score));
    }

    /// The same and a title that must not come.
    public FanList without(long itemId, String why) {
        List<Excluded> more = new ArrayList<>(excluded);
        more.add(new Excluded(itemId, why));
        return new FanList(list, more);
    }

    private FanList with(Rated rated) {
        List<Rated> more = new ArrayList<>(list);
        more.add(rated);
        return new FanList(more, excluded);
    }
}
