package io.osusume.model.layout;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Cuts a map into areas: each item belongs to the nearest of some middles, each middle is that of its
/// items.
///
/// Source: Lloyd (1982), from a start by Arthur and Vassilvitskii, k-means++ (2007).
final class Areas {
    private static final int ROUNDS = 50;

    private final Layout layout;
    private final float[] middlesX;
    private final float[] middlesY;
    private final int[] areaOfItem;

    private Areas(Layout layout, int count) {
        this.layout = layout;
        this.middlesX = new float[count];
        this.middlesY = new float[count];
        this.areaOfItem = new int[layout.itemCount()];
    }

    /// The area of each item, in [0, `count`). An area may be empty if many items stand in one place.
    static int[] of(Layout layout, int count, long seed) {
        Areas areas = new Areas(layout, count);
        areas.start(new SplittableRandom(seed));
        boolean changed = true;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = areas.assign();
            areas.center();
        }
        return areas.areaOfItem;
    }

    private void start(SplittableRandom random) {
        double[] distances = new double[layout.itemCount()];
        Arrays.fill(distances, 1);
        for (int area = 0; area < middlesX.length; area++) {
            double drawn = random.nextDouble() * Arrays.stream(distances).sum();
            int item = 0;
            while (item < distances.length - 1 && drawn >= distances[item]) {
                drawn -= distances[item++];
            }
            middlesX[area] = layout.x(item);
            middlesY[area] = layout.y(item);
            for (int other = 0; other < distances.length; other++) {
                double distance = squaredDistance(other, area);
                distances[other] = area == 0 ? distance : Math.min(distances[other], distance);
            }
        }
    }

    private double squaredDistance(int item, int area) {
        double dx = layout.x(item) - middlesX[area];
        double dy = layout.y(item) - middlesY[area];
        return dx * dx + dy * dy;
    }

    private boolean assign() {
        boolean changed = false;
        for (int item = 0; item < areaOfItem.length; item++) {
            int nearest = areaOfItem[item];
            double least = squaredDistance(item, nearest);
            for (int area = 0; area < middlesX.length; area++) {
                double distance = squaredDistance(item, area);
                if (distance < least) {
                    least = distance;
                    nearest = area;
                }
            }
            changed |= nearest != areaOfItem[item];
            areaOfItem[item] = nearest;
        }
        return changed;
    }

    private void center() {
        double[] sumsX = new double[middlesX.length];
        double[] sumsY = new double[middlesX.length];
        int[] counts = new int[middlesX.length];
        for (int item = 0; item < areaOfItem.length; item++) {
            sumsX[areaOfItem[item]] += layout.x(item);
            sumsY[areaOfItem[item]] += layout.y(item);
            counts[areaOfItem[item]]++;
        }
        for (int area = 0; area < counts.length; area++) {
            if (counts[area] > 0) {
                middlesX[area] = (float) (sumsX[area] / counts[area]);
                middlesY[area] = (float) (sumsY[area] / counts[area]);
            }
        }
    }
}
