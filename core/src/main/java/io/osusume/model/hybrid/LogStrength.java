package io.osusume.model.hybrid;

/// Scores items by "sum and strongest" as [io.osusume.model.edlae.Edlae] does, as a logarithm: with the sum of the
/// weights that lead to an item and the sum of the squares of the positive ones, the score is `ln(sum) + strongest *
/// ln(squares) - discount * ln(1 + users)`, which orders items as there and needs no powers.
///
/// A sum that is not positive gives a score below [#NONE], the smaller the sum the lower. Logarithms are off by at most
/// 2e-6 and the same on every machine.
///
/// @param strongest how much strong single reasons count beside the sum of all
/// @param popularityDiscount how much scores are lowered by an item's users
record LogStrength(double strongest, double popularityDiscount) {
    /// Below every score of an item with a positive sum.
    static final float NONE = -100;

    private static final float LN_2 = 0.6931472f;
    private static final float ROOT_2 = 1.4142135f;

    /// Turns sums into scores.
    ///
    /// @param sums as [Neighbours#sum(io.osusume.data.Profile, float\[\])] gives them
    /// @param scores overwritten
    void score(float[] sums, ItemTable items, float[] scores) {
        float power = (float) strongest;
        for (int item = 0; item < scores.length; item++) {
            float sum = sums[2 * item];
            scores[item] = sum > 0 ? ln(sum) + power * ln(sums[2 * item + 1]) : NONE + Math.max(sum, NONE);
        }
        for (int item = 0; item < scores.length && popularityDiscount != 0; item++) {
            scores[item] -= sums[2 * item] > 0 ? (float) popularityDiscount * items.logUsers(item) : 0;
        }
    }

    /// The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent.
    static float ln(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >> 23) - 127;
        float mantissa = Float.intBitsToFloat((bits & 0x7f_ffff) | 0x3f80_0000); // in [1, 2)
        boolean upper = mantissa > ROOT_2;
        float centred = upper ? mantissa * 0.5f : mantissa; // in [1 / root 2, root 2]
        float t = (centred - 1) / (centred + 1);
        float square = t * t;
        float series = 1 + square * (1 / 3f + square * (1 / 5f + square * (1 / 7f + square * (1 / 9f))));
        return (upper ? exponent + 1 : exponent) * LN_2 + 2 * t * series;
    }
}
