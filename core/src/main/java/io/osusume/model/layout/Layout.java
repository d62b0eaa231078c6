package io.osusume.model.layout;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.Map;

/// Where each item stands on the map: two coordinates in [-1, 1], of which only nearness means
/// something. Immutable.
public final class Layout {
    private static final String POSITIONS = "positions";
    private static final String TRAINER = "trainer";

    private final String trainer;
    private final float[] positions;

    /// @param trainer the settings it was made with, in words
    /// @param positions `itemCount` x 2 row-major, kept, not copied
    Layout(String trainer, float[] positions) {
        this.trainer = trainer;
        this.positions = positions;
    }

    /// Restores a layout.
    ///
    /// @param state what [#state()] gave
    /// @throws java.util.NoSuchElementException if it is not the state of a layout
    /// @throws IllegalArgumentException if there are not two coordinates in [-1, 1] an item
    public static Layout of(Tensors state) {
        float[] positions = state.floats(POSITIONS);
        state.floats(POSITIONS, positions.length / 2, 2);
        for (int k = 0; k < positions.length; k++) {
            if (!(positions[k] >= -1 && positions[k] <= 1)) {
                throw new IllegalArgumentException(
                        "a coordinate of the layout must be in [-1, 1], was " + positions[k] + " for item " + k / 2);
            }
        }
        return new Layout(state.attribute(TRAINER), positions);
    }

    /// Everything needed to restore the layout; shares its array.
    public Tensors state() {
        return Tensors.of(Map.of(TRAINER, trainer)).with(POSITIONS, Tensor.of(positions, itemCount(), 2));
    }

    public int itemCount() {
        return positions.length / 2;
    }

    /// The first coordinate of an item, in [-1, 1].
    public float x(int item) {
        return positions[2 * item];
    }

    /// The second coordinate of an item, in [-1, 1].
    public float y(int item) {
        return positions[2 * item + 1];
    }
}
