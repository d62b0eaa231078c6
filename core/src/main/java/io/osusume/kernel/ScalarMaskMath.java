package io.osusume.kernel;

/// The definition of [MaskMath].
final class ScalarMaskMath implements MaskMath {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void clearAbove(
            int[] keys, int keyOffset, int[] thresholds, int[] places, int[] masks, int from, int to, int[] bits) {
        for (int s = from; s < to; s++) {
            for (int r = 0; r < ROWS; r++) {
                if (keys[keyOffset + r] > thresholds[s]) {
                    bits[places[s] + r] &= masks[s];
                }
            }
        }
    }
}
