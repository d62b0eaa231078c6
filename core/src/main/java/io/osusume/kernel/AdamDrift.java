package io.osusume.kernel;

/// The numbers of several steps of Adam without a gradient, taken at once.
///
/// @param pull the sum over the steps `j` = 1, 2, ... of rate(j) x beta1^j
/// @param early factor of the root of the second moment at the first of two points in time
/// @param late the same at the second point
/// @param epsilon added to the root of the second moment
public record AdamDrift(float pull, float early, float late, float epsilon) {}
