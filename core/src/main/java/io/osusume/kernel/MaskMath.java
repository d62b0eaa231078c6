package io.osusume.kernel;

/// Comparing integers with thresholds and clearing bits where they are above: one facade, one
/// implementation chosen once. All implementations give the same bits.
public interface MaskMath {
    /// How many rows are worked on at once.
    int ROWS = 16;

    /// `scalar` or `simd`.
    String name();

    /// For each `s` in [from, to) and each row `r` in [0, [#ROWS]) whose key is above threshold `s`:
    /// `bits[places[s] + r] &= masks[s]`.
    ///
    /// @param keys read from `keyOffset`, one a row
    /// @param thresholds ascending in [from, to)
    /// @param bits of each place one number a row
    void clearAbove(
            int[] keys, int keyOffset, int[] thresholds, int[] places, int[] masks, int from, int to, int[] bits);

    /// The plain loops, which are the definition.
    static MaskMath scalar() {
        return new ScalarMaskMath();
    }

    /// The processor's vector registers.
    ///
    /// @throws IllegalStateException if Java was started without the module `jdk.incubator.vector`
    static MaskMath simd() {
        VectorModule.require();
        return new SimdMaskMath();
    }

    /// [#simd()] where this Java can, else [#scalar()].
    static MaskMath fastest() {
        return VectorModule.present() ? simd() : scalar();
    }
}
