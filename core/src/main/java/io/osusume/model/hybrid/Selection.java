package io.osusume.model.hybrid;

/// Finds one value of many by its rank without sorting them (Hoare's quickselect, 1961).
final class Selection {
    private Selection() {}

    /// The value that has `rank - 1` larger or equal ones beside it.
    ///
    /// @param values none of them not-a-number; their order is lost
    /// @param rank 1 for the largest, at most `values.length`
    static float largest(float[] values, int rank) {
        int wanted = values.length - rank;
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            float pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[left] < pivot) {
                    left++;
                }
                while (values[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    float kept = values[left];
                    values[left++] = values[right];
                    values[right--] = kept;
                }
            }
            if (wanted <= right) {
                high = right;
            } else if (wanted >= left) {
                low = left;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static float median(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
