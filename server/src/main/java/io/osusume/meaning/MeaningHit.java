package io.osusume.meaning;

import io.osusume.data.Title;

/// A title that fits a description.
///
/// @param score higher fits better; only to be compared within one search
/// @param byWords whether words of the query stand in its description
public record MeaningHit(Title title, double score, boolean byWords) {}
