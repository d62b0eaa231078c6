package io.osusume.model.layout;

import java.util.Arrays;

/// Moves items apart that would lie on top of each other, and hardly anything else.
///
/// Rounds in which each item nearer than `least` to another goes half of what is missing away from it,
/// all at once.
final class Spacing {
    private static final int ROUNDS = 40;

    private final float least;
    private final int side;
    private final int[] begins;
    private final int[] sorted;

    private Spacing(int itemCount, float least) {
        this.least = least;
        this.side = (int) (2 / least) + 1;
        this.begins = new int[side * side + 1];
        this.sorted = new int[itemCount];
    }

    /// Changes positions in [-1, 1].
    ///
    /// @param positions `itemCount` x 2 row-major
    /// @param least the distance below which items are moved apart, more than .001
    static void apply(float[] positions, float least) {
        Spacing spacing = new Spacing(positions.length / 2, least);
        for (int round = 0; round < ROUNDS && spacing.moveApart(positions); round++) {}
    }

    private int cell(float coordinate) {
        return Math.min(side - 1, (int) ((coordinate + 1) / least));
    }

    private void sort(float[] positions) {
        Arrays.fill(begins, 0);
        for (int item = 0; item < sorted.length; item++) {
            begins[cell(positions[2 * item + 1]) * side + cell(positions[2 * item]) + 1]++;
        }
        for (int cell = 0; cell < begins.length - 1; cell++) {
            begins[cell + 1] += begins[cell];
        }
        int[] next = begins.clone();
        for (int item = 0; item < sorted.length; item++) {
            sorted[next[cell(positions[2 * item + 1]) * side + cell(positions[2 * item])]++] = item;
        }
    }

    private boolean moveApart(float[] positions) {
        sort(positions);
        float[] moves = new float[positions.length];
        boolean moved = false;
        for (int item = 0; item < sorted.length; item++) {
            int column = cell(positions[2 * item]);
            int row = cell(positions[2 * item + 1]);
            for (int near = Math.max(0, row - 1); near <= Math.min(side - 1, row + 1); near++) {
                int from = begins[near * side + Math.max(0, column - 1)];
                int to = begins[near * side + Math.min(side - 1, column + 1) + 1];
                for (int k = from; k < to; k++) {
                    moved |= item != sorted[k] && addMove(item, sorted[k], positions, moves);
                }
            }
        }
        for (int k = 0; k < positions.length; k++) {
            positions[k] = Math.max(-1, Math.min(1, positions[k] + moves[k]));
        }
        return moved;
    }

    private boolean addMove(int item, int other, float[] positions, float[] moves) {
        float dx = positions[2 * item] - positions[2 * other];
        float dy = positions[2 * item + 1] - positions[2 * other + 1];
        float distance = (float) Math.sqrt(dx * dx + dy * dy);
        if (distance >= least) {
            return false;
        }
        if (distance == 0) { // in one place: each goes its own way
            moves[2 * item] += (float) StrictMath.cos(item) * least / 2;
            moves[2 * item + 1] += (float) StrictMath.sin(item) * least / 2;
            return true;
        }
        float share = (least - distance) / 2 / distance;
        moves[2 * item] += share * dx;
        moves[2 * item + 1] += share * dy;
        return true;
    }
}
