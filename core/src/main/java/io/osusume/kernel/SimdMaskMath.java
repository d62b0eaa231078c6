package io.osusume.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [MaskMath] with the processor's vector registers; only [MaskMath#simd()] may name this class.
///
/// Thresholds ascend, so that the first one no key is above is the last one that is looked at.
final class SimdMaskMath implements MaskMath {
    private static final VectorSpecies<Integer> SPECIES =
            IntVector.SPECIES_PREFERRED.length() > ROWS ? IntVector.SPECIES_512 : IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public void clearAbove(
            int[] keys, int keyOffset, int[] thresholds, int[] places, int[] masks, int from, int to, int[] bits) {
        for (int r = 0; r < ROWS; r += LANES) {
            IntVector key = IntVector.fromArray(SPECIES, keys, keyOffset + r);
            for (int s = from; s < to; s++) {
                VectorMask<Integer> above = key.compare(VectorOperators.GT, thresholds[s]);
                if (!above.anyTrue()) {
                    break;
                }
                IntVector.fromArray(SPECIES, bits, places[s] + r)
                        .lanewise(VectorOperators.AND, masks[s], above)
                        .intoArray(bits, places[s] + r);
            }
        }
    }
}
