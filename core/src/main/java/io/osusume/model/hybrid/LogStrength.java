package io.osusume.model.hybrid;

import io.osusume.kernel.VectorMath;

/// Scores items by "sum and strongest" as [io.osusume.model.edlae.Edlae] does, as a logarithm: with the sum of the
/// weights that lead to an item and the sum of the squares of the positive ones, the score is `ln(sum) + strongest *
/// ln(squares) - discount * ln(1 + users)`, which orders items as there and needs no powers.
///
/// A sum that is not positive gives a score below [#NONE], the smaller the sum the lower. Scores are the same on every
/// machine.
///
/// @param strongest how much strong single reasons count beside the sum of all
/// @param popularityDiscount how much scores are lowered by an item's users
record LogStrength(double strongest, double popularityDiscount) {
    /// Below every score of an item with a positive sum.
    static final float NONE = -100;

    /// Turns sums into scores.
    ///
    /// @param sums as [Neighbours#sum(io.osusume.data.Profile, float\[\])] gives them
    /// @param scores overwritten
    void score(float[] sums, ItemTable items, float[] scores, VectorMath vectors) {
        float[] logs = new float[sums.length];
        vectors.ln(sums, 0, logs, 0, sums.length);
        float power = (float) strongest;
        for (int item = 0; item < scores.length; item++) {
            float sum = sums[2 * item];
            scores[item] = sum > 0 ? logs[2 * item] + power * logs[2 * item + 1] : NONE + Math.max(sum, NONE);
        }
        for (int item = 0; item < scores.length && popularityDiscount != 0; item++) {
            scores[item] -= sums[2 * item] > 0 ? (float) popularityDiscount * items.logUsers(item) : 0;
        }
    }
}
