package io.osusume.evaluation;

/// The mean of a metric over users with its 95% bootstrap interval.
///
/// @param low the 2.5% point of the resampled means
/// @param high the 97.5% point
/// @param users how many users the mean is over
/// @param undefined how many users had no value and are left out
public record Estimate(double mean, double low, double high, int users, int undefined) {}
