package io.osusume.kernel;

/// The natural logarithm by the series of the inverse hyperbolic tangent: `ln((1 + t) / (1 - t)) = 2 (t + t^3 / 3 +
/// ...)`
/// for the number scaled by a power of 2 into [1 / root 2, root 2]. No operation is fused, so that vectors give the
/// same bits.
final class Logarithm {
    static final float LN_2 = 0.6931472f;
    static final float ROOT_2 = 1.4142135f;
    static final int FRACTION_BITS = 23;
    static final int FRACTION = 0x7f_ffff;
    static final int ONE = 0x3f80_0000; // the bits of 1
    static final int BIAS = 127;

    private Logarithm() {}

    /// Of a positive number.
    static float of(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >> FRACTION_BITS) - BIAS;
        float mantissa = Float.intBitsToFloat((bits & FRACTION) | ONE); // in [1, 2)
        boolean upper = mantissa > ROOT_2;
        float centred = upper ? mantissa * 0.5f : mantissa;
        float t = (centred - 1) / (centred + 1);
        float square = t * t;
        float series = 1 + square * (1 / 3f + square * (1 / 5f + square * (1 / 7f + square * (1 / 9f))));
        return (upper ? exponent + 1 : exponent) * LN_2 + 2 * t * series;
    }
}
