package io.osusume.recommend;

import io.osusume.data.Title;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Why a title is not among the recommendations, or where it is.
///
/// @param title the one asked about
/// @param place where it stands
/// @param rank among all titles that may come, by score alone, from 1; empty if it may not come
/// @param of how many titles may come
/// @param removedBy the rules of the filter that take it out
/// @param shownInstead the part of its franchise that comes in its place
/// @param reasons what speaks for and against it
/// @param lifts what would bring it up, the strongest first
public record WhyNot(
        Title title,
        Place place,
        OptionalInt rank,
        int of,
        List<FilterRule> removedBy,
        Optional<Title> shownInstead,
        Optional<Reasons> reasons,
        List<Lift> lifts) {
    public WhyNot {
        removedBy = List.copyOf(removedBy);
        lifts = List.copyOf(lifts);
    }

    /// Where a title stands.
    public enum Place {
        /// The list has it.
        WATCHED,
        PLANNED,
        SAVED,
        NOT_INTERESTED,
        /// The model has never seen it on a list.
        UNKNOWN_TO_MODEL,
        /// A rule of the filter takes it out.
        FILTERED,
        /// It may come, at its rank.
        RANKED
    }

    /// Something that would bring a title up.
    ///
    /// @param what a sentence for a page
    /// @param title the title to watch and like, if that is what it takes
    /// @param rule the rule of the filter to drop, if that is what it takes
    /// @param rank where the title would stand then
    public record Lift(String what, Optional<Title> title, Optional<FilterRule> rule, int rank) {}
}
