package io.osusume.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a title is not recommended, where it stands, and what would bring it up.
///
/// @param place such as `ranked`, `watched`, `filtered`
/// @param rank among all titles that may come, null if it may not
/// @param of how many titles may come
/// @param removedBy the rules of the filter that take it out
/// @param shownInstead the part of its franchise that comes in its place
/// @param lifts the strongest first
public record WhyNot(
        String model,
        Title title,
        String place,
        @Nullable Integer rank,
        int of,
        List<Removed> removedBy,
        @Nullable Title shownInstead,
        Recommendations.@Nullable Reasons reasons,
        List<Lift> lifts) {
    public WhyNot {
        removedBy = List.copyOf(removedBy);
        lifts = List.copyOf(lifts);
    }

    /// A rule of the filter.
    public record Removed(String rule, String why) {}

    /// What would bring it up.
    ///
    /// @param title to watch and love, null if that is not what it takes
    /// @param rule to drop, null if that is not what it takes
    /// @param rank where it would stand then
    public record Lift(
            String what, @Nullable Title title, @Nullable String rule, int rank) {}
}
