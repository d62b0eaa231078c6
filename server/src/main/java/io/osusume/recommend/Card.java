package io.osusume.recommend;

import io.osusume.data.Title;
import io.osusume.franchise.EntryPoint;
import java.util.Optional;
import java.util.OptionalDouble;

/// A recommendation: a title, or the part of a franchise to go on with.
///
/// @param rank counts from 1; a franchise stands where its best-scored part stands
/// @param score what the model and the wishes give the title itself
/// @param probability that the title belongs on the list, where the model gives probabilities
/// @param expected what the fan would probably give it, where the list has scores and the model version tells
/// @param franchise what to say of its franchise, empty for a title that is alone
/// @param reasons for the first of the cards, as many as were asked for, where the model can say why
public record Card(
        int rank,
        Title title,
        float score,
        OptionalDouble probability,
        Optional<ExpectedScore> expected,
        Optional<InFranchise> franchise,
        Optional<Reasons> reasons) {
    /// A title in its franchise.
    ///
    /// @param parts how many titles the franchise has
    /// @param seen how many of them are on the list
    /// @param kind as what the title comes: to start with, as the next step, or beside the story
    /// @param label what the title is in its franchise, such as `Season 2`, if that is known
    public record InFranchise(int parts, int seen, EntryPoint.Kind kind, Optional<String> label) {}
}
