package io.osusume.profiles;

import org.jspecify.annotations.Nullable;

/// One part of a profile before and after a change.
///
/// @param before null if it was not there
/// @param after null if it is gone
public record PartChange(
        Part part, @Nullable PartValue before, @Nullable PartValue after) {}
