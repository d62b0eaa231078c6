package io.osusume.evaluation;

/// How far a figure varies between trainings that differ in their seed alone.
///
/// @param min the lowest mean of a run
/// @param max the highest
public record Spread(double min, double max) {}
