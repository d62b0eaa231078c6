package io.osusume.recommend;

import io.osusume.data.Title;

/// A title at its place in a list.
///
/// @param rank counts from 1
/// @param score what the model gives; only the order counts
public record RankedTitle(int rank, Title title, float score) {}
