package io.osusume.recommend;

/// What a fan would probably give a title.
///
/// @param points in [1, 10]
/// @param within how many points two of three such expectations are off at most, as measured on lists with about as
///     many scores; `NaN` if that was not measured
public record ExpectedScore(double points, double within) {}
