package io.osusume.data;

/// How different two items are, by what is known of them. Symmetric and safe for use by many threads.
@FunctionalInterface
public interface ItemDistance {
    /// The distance of two items.
    ///
    /// @return in [0, 1], 0 for items alike; `NaN` where it is not known
    double between(int item, int other);
}
