package io.osusume.model.taste;

/// What a list has to do with one word of a [Facet].
///
/// @param word such as `Mecha` or `1990s`
/// @param entries how many entries of the list have it
/// @param usualShare the share of all entries of all lists that have it, in [0, 1]
/// @param lift how many times as often the list has it as its length and the usual share would have it,
/// damped towards 1 where the numbers are small
/// @param liking how far above the own mean the list's scored entries that have it are rated, in scaled
/// ratings (one point of ten is 1/9), damped towards 0 where they are few
public record Habit(String word, int entries, double usualShare, double lift, double liking) {
    private static final double LIKING_WEIGHT = 2;

    /// How fond the fan is of it: the logarithm of the lift and twice the liking. Above 0 for a
    /// favourite.
    public double fondness() {
        return Math.log(lift) + LIKING_WEIGHT * liking;
    }
}
