package io.osusume.recommend;

import io.osusume.data.Title;
import java.util.Optional;
import java.util.OptionalDouble;

/// A recommendation: a title, or the part of a franchise to go on with.
///
/// @param rank counts from 1
/// @param score what the model and the wishes give it
/// @param probability that the title belongs on the list, where the model gives probabilities
/// @param parts how many titles its franchise has
/// @param reasons for the first of the cards, as many as were asked for, where the model can say why
public record Card(
        int rank, Title title, float score, OptionalDouble probability, int parts, Optional<Reasons> reasons) {}
