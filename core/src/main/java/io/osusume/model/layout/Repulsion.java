package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import java.util.Arrays;

/// How all items push each other away, where a far group of them counts as one in its middle.
///
/// The plane is cut into squares, each into four, down to a grid of a few squares an item. For every
/// block of 16 x 16 of the smallest squares there is one list of what pushes: squares that are small for
/// their distance as one body, the items of nearer ones each by itself. Squares are numbered along a Z
/// curve, so that each has its items, sorted by square, in one stretch. Owned by one training; a block's
/// work depends on no other's.
///
/// Source: Barnes and Hut (1986), one list a block after Barnes (1990); for t-SNE van der Maaten (2014).
final class Repulsion {
    /// A square counts as one body if its side is less than this share of its distance.
    private static final float OPENING = 0.7f;

    private static final int BLOCK_LEVELS = 4;
    private static final int MAX_LEVELS = 10;
    private static final int TASKS = 64;

    private final Threads threads;
    private final int[] items;
    private final int levels;
    private final int[] squares;
    private final int[] begins;
    private final int[] sorted;
    private final float[] sortedX;
    private final float[] sortedY;
    private final float[][] masses;
    private final float[][] middlesX;
    private final float[][] middlesY;
    private final double[] blockSums;
    private float left;
    private float bottom;
    private float side;

    /// @param items those that push and are pushed; kept, not copied
    Repulsion(int[] items, Threads threads) {
        int itemCount = items.length;
        this.items = items;
        this.threads = threads;
        int wanted = BLOCK_LEVELS;
        while (wanted < MAX_LEVELS && squares(wanted) < 2L * itemCount) {
            wanted++;
        }
        this.levels = wanted;
        this.squares = new int[itemCount];
        this.begins = new int[squares(levels) + 1];
        this.sorted = new int[itemCount];
        this.sortedX = new float[itemCount];
        this.sortedY = new float[itemCount];
        this.masses = new float[levels + 1][];
        this.middlesX = new float[levels + 1][];
        this.middlesY = new float[levels + 1][];
        for (int level = 0; level <= levels; level++) {
            masses[level] = new float[squares(level)];
            middlesX[level] = new float[squares(level)];
            middlesY[level] = new float[squares(level)];
        }
        this.blockSums = new double[squares(levels - BLOCK_LEVELS)];
    }

    private static int squares(int level) {
        return 1 << (2 * level);
    }

    /// Works out what pushes each item: the sum of `(item - other) / (1 + distance^2)^2` over all
    /// others.
    ///
    /// @param push `2 x` all items long; the places of the items are overwritten
    /// @return the sum of `1 / (1 + distance^2)` over all ordered pairs
    double push(float[] x, float[] y, float[] push) {
        sort(x, y);
        addUp();
        Arrays.fill(blockSums, 0);
        threads.run(TASKS, task -> {
            Bodies bodies = new Bodies();
            int from = (int) ((long) blockSums.length * task / TASKS);
            int to = (int) ((long) blockSums.length * (task + 1) / TASKS);
            for (int block = from; block < to; block++) {
                if (masses[levels - BLOCK_LEVELS][block] > 0) {
                    blockSums[block] = pushBlock(block, bodies, push);
                }
            }
        });
        double sum = 0;
        for (double blockSum : blockSums) {
            sum += blockSum;
        }
        return sum;
    }

    private void sort(float[] x, float[] y) {
        left = Float.POSITIVE_INFINITY;
        bottom = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float top = Float.NEGATIVE_INFINITY;
        for (int item : items) {
            left = Math.min(left, x[item]);
            right = Math.max(right, x[item]);
            bottom = Math.min(bottom, y[item]);
            top = Math.max(top, y[item]);
        }
        side = Math.max(Math.max(right - left, top - bottom), Float.MIN_NORMAL) * 1.0001f;
        float scale = (1 << levels) / side;
        int last = (1 << levels) - 1;
        Arrays.fill(begins, 0);
        for (int k = 0; k < items.length; k++) {
            int column = Math.min(last, (int) ((x[items[k]] - left) * scale));
            int row = Math.min(last, (int) ((y[items[k]] - bottom) * scale));
            squares[k] = spread(column) | (spread(row) << 1);
            begins[squares[k] + 1]++;
        }
        for (int square = 0; square < begins.length - 1; square++) {
            begins[square + 1] += begins[square];
        }
        for (int k = 0; k < items.length; k++) {
            sorted[begins[squares[k]]++] = items[k];
        }
        System.arraycopy(begins, 0, begins, 1, begins.length - 1);
        begins[0] = 0;
        for (int k = 0; k < sorted.length; k++) {
            sortedX[k] = x[sorted[k]];
            sortedY[k] = y[sorted[k]];
        }
    }

    /// Puts a zero before each bit of a number of 16 bits: half of a place on the Z curve.
    private static int spread(int bits) {
        int wide = (bits | (bits << 8)) & 0x00ff_00ff;
        wide = (wide | (wide << 4)) & 0x0f0f_0f0f;
        wide = (wide | (wide << 2)) & 0x3333_3333;
        return (wide | (wide << 1)) & 0x5555_5555;
    }

    private static int gathered(int wide) {
        int bits = wide & 0x5555_5555;
        bits = (bits | (bits >>> 1)) & 0x3333_3333;
        bits = (bits | (bits >>> 2)) & 0x0f0f_0f0f;
        bits = (bits | (bits >>> 4)) & 0x00ff_00ff;
        return (bits | (bits >>> 8)) & 0x0000_ffff;
    }

    /// Masses and middles of all squares, from the smallest to the whole.
    private void addUp() {
        for (int square = 0; square < begins.length - 1; square++) {
            float sumX = 0;
            float sumY = 0;
            int mass = begins[square + 1] - begins[square];
            for (int k = begins[square]; k < begins[square + 1]; k++) {
                sumX += sortedX[k];
                sumY += sortedY[k];
            }
            masses[levels][square] = mass;
            middlesX[levels][square] = mass == 0 ? 0 : sumX / mass;
            middlesY[levels][square] = mass == 0 ? 0 : sumY / mass;
        }
        for (int level = levels - 1; level >= 0; level--) {
            for (int square = 0; square < masses[level].length; square++) {
                float mass = 0;
                float sumX = 0;
                float sumY = 0;
                for (int part = 4 * square; part < 4 * square + 4; part++) {
                    mass += masses[level + 1][part];
                    sumX += masses[level + 1][part] * middlesX[level + 1][part];
                    sumY += masses[level + 1][part] * middlesY[level + 1][part];
                }
                masses[level][square] = mass;
                middlesX[level][square] = mass == 0 ? 0 : sumX / mass;
                middlesY[level][square] = mass == 0 ? 0 : sumY / mass;
            }
        }
    }

    private double pushBlock(int block, Bodies bodies, float[] push) {
        int blockLevel = levels - BLOCK_LEVELS;
        float blockSide = side / (1 << blockLevel);
        float blockLeft = left + gathered(block) * blockSide;
        float blockBottom = bottom + gathered(block >>> 1) * blockSide;
        bodies.clear();
        gather(0, 0, blockLeft, blockBottom, blockSide, bodies);
        int from = begins[block * squares(BLOCK_LEVELS)];
        int to = begins[(block + 1) * squares(BLOCK_LEVELS)];
        bodies.pushAll(sortedX, sortedY, from, to);
        double sum = 0;
        for (int k = from; k < to; k++) {
            push[2 * sorted[k]] = bodies.sumsX[k - from];
            push[2 * sorted[k] + 1] = bodies.sumsY[k - from];
            sum += bodies.sums[k - from] - 1; // less what it would be to itself
        }
        return sum;
    }

    private void gather(int level, int square, float blockLeft, float blockBottom, float blockSide, Bodies bodies) {
        float mass = masses[level][square];
        if (mass == 0) {
            return;
        }
        float middleX = middlesX[level][square];
        float middleY = middlesY[level][square];
        float dx = Math.max(0, Math.max(blockLeft - middleX, middleX - blockLeft - blockSide));
        float dy = Math.max(0, Math.max(blockBottom - middleY, middleY - blockBottom - blockSide));
        float squareSide = side / (1 << level);
        if (squareSide * squareSide < OPENING * OPENING * (dx * dx + dy * dy)) {
            bodies.add(middleX, middleY, mass);
        } else if (level == levels) {
            for (int k = begins[square]; k < begins[square + 1]; k++) {
                bodies.add(sortedX[k], sortedY[k], 1);
            }
        } else {
            for (int part = 4 * square; part < 4 * square + 4; part++) {
                gather(level + 1, part, blockLeft, blockBottom, blockSide, bodies);
            }
        }
    }

    /// What pushes the items of one block.
    private static final class Bodies {
        private float[] x = new float[512];
        private float[] y = new float[512];
        private float[] mass = new float[512];
        private int size;
        private float[] sums = new float[0];
        private float[] sumsX = new float[0];
        private float[] sumsY = new float[0];

        void clear() {
            size = 0;
        }

        void add(float bodyX, float bodyY, float bodyMass) {
            if (size == x.length) {
                x = Arrays.copyOf(x, 2 * size);
                y = Arrays.copyOf(y, 2 * size);
                mass = Arrays.copyOf(mass, 2 * size);
            }
            x[size] = bodyX;
            y[size] = bodyY;
            mass[size++] = bodyMass;
        }

        /// Adds up, body by body, what each does to all items of the block: a loop that becomes vector
        /// code.
        void pushAll(float[] sortedX, float[] sortedY, int from, int to) {
            int count = to - from;
            if (sums.length < count) {
                sums = new float[count];
                sumsX = new float[count];
                sumsY = new float[count];
            }
            Arrays.fill(sums, 0, count, 0);
            Arrays.fill(sumsX, 0, count, 0);
            Arrays.fill(sumsY, 0, count, 0);
            float[] itemsX = Arrays.copyOfRange(sortedX, from, to);
            float[] itemsY = Arrays.copyOfRange(sortedY, from, to);
            for (int body = 0; body < size; body++) {
                pushOne(x[body], y[body], mass[body], itemsX, itemsY, sums, sumsX, sumsY);
            }
        }

        private static void pushOne(
                float x,
                float y,
                float mass,
                float[] itemsX,
                float[] itemsY,
                float[] sums,
                float[] sumsX,
                float[] sumsY) {
            for (int k = 0; k < itemsX.length; k++) {
                float dx = itemsX[k] - x;
                float dy = itemsY[k] - y;
                float near = 1 / (1 + dx * dx + dy * dy);
                float weight = mass * near;
                sums[k] += weight;
                sumsX[k] += weight * near * dx;
                sumsY[k] += weight * near * dy;
            }
        }
    }
}
