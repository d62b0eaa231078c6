package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import java.util.Arrays;

/// Who pulls whom on the map: a symmetric graph whose weights add up to 1, in compressed sparse rows.
/// Immutable.
///
/// What an item gives its neighbours is `(similarity / the largest of its list) ^ power`, divided by the
/// sum; the power is chosen for each item so that the weights are spread as over half of its neighbours
/// (by entropy). So only ratios of similarities count, and an item in a crowd gives as much as one
/// alone. A pair has the mean of both directions. Source: van der Maaten and Hinton, t-SNE (2008), with
/// `-log similarity` as the squared distance.
final class NeighbourGraph {
    private static final double SPREAD = 0.5;
    private static final double LARGEST_POWER = 64;
    private static final int HALVINGS = 40;
    private static final int ITEMS_PER_TASK = 256;

    private final int[] begins;
    private final int[] others;
    private final float[] weights;

    private NeighbourGraph(int[] begins, int[] others, float[] weights) {
        this.begins = begins;
        this.others = others;
        this.weights = weights;
    }

    static NeighbourGraph of(NeighbourLists lists, Threads threads) {
        int itemCount = lists.itemCount();
        float[][] given = new float[itemCount][];
        threads.run(tasks(itemCount), task -> {
            for (int item = task * ITEMS_PER_TASK; item < Math.min(itemCount, (task + 1) * ITEMS_PER_TASK); item++) {
                given[item] = given(lists, item);
            }
        });
        int[] begins = new int[itemCount + 1];
        for (int item = 0; item < itemCount; item++) {
            for (int rank = 0; rank < given[item].length; rank++) {
                begins[item + 1]++;
                begins[lists.neighbour(item, rank) + 1]++;
            }
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        long[] entries = new long[begins[itemCount]]; // the other item, then the weight's bits
        int[] next = begins.clone();
        for (int item = 0; item < itemCount; item++) {
            for (int rank = 0; rank < given[item].length; rank++) {
                int other = lists.neighbour(item, rank);
                long bits = Float.floatToIntBits(given[item][rank] / (2f * itemCount));
                entries[next[item]++] = ((long) other << 32) | bits;
                entries[next[other]++] = ((long) item << 32) | bits;
            }
        }
        return merged(begins, entries);
    }

    private static int tasks(int itemCount) {
        return (itemCount + ITEMS_PER_TASK - 1) / ITEMS_PER_TASK;
    }

    /// What an item gives each of its neighbours; the sum is 1.
    private static float[] given(NeighbourLists lists, int item) {
        int size = lists.size(item);
        double[] logs = new double[size];
        for (int rank = 0; rank < size; rank++) {
            logs[rank] = Math.log((double) lists.similarity(item, rank) / lists.similarity(item, 0));
        }
        double wanted = Math.log(Math.max(1, SPREAD * size));
        double low = 0;
        double high = LARGEST_POWER;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (low + high) / 2;
            if (entropy(logs, middle) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        float[] given = new float[size];
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log * high);
        }
        for (int rank = 0; rank < size; rank++) {
            given[rank] = (float) (Math.exp(logs[rank] * high) / sum);
        }
        return given;
    }

    private static double entropy(double[] logs, double power) {
        double sum = 0;
        double weighted = 0;
        for (double log : logs) {
            double weight = Math.exp(log * power);
            sum += weight;
            weighted += weight * log * power;
        }
        return Math.log(sum) - weighted / sum;
    }

    /// Sorts each row and adds up what stands twice because each is in the other's list.
    private static NeighbourGraph merged(int[] begins, long[] entries) {
        int itemCount = begins.length - 1;
        int[] mergedBegins = new int[begins.length];
        int[] others = new int[entries.length];
        float[] weights = new float[entries.length];
        int end = 0;
        for (int item = 0; item < itemCount; item++) {
            Arrays.sort(entries, begins[item], begins[item + 1]);
            for (int k = begins[item]; k < begins[item + 1]; k++) {
                int other = (int) (entries[k] >>> 32);
                float weight = Float.intBitsToFloat((int) entries[k]);
                if (end > mergedBegins[item] && others[end - 1] == other) {
                    weights[end - 1] += weight;
                } else {
                    others[end] = other;
                    weights[end++] = weight;
                }
            }
            mergedBegins[item + 1] = end;
        }
        return new NeighbourGraph(mergedBegins, Arrays.copyOf(others, end), Arrays.copyOf(weights, end));
    }

    int itemCount() {
        return begins.length - 1;
    }

    /// True if the item has no neighbour and is nobody's.
    boolean isAlone(int item) {
        return begins[item] == begins[item + 1];
    }

    /// The sum of the weights of an item's edges.
    double degree(int item) {
        double sum = 0;
        for (int edge = begins[item]; edge < begins[item + 1]; edge++) {
            sum += weights[edge];
        }
        return sum;
    }

    /// The sum of `weight x value of the other end` over an item's edges.
    double sum(int item, double[] values) {
        double sum = 0;
        for (int edge = begins[item]; edge < begins[item + 1]; edge++) {
            sum += weights[edge] * values[others[edge]];
        }
        return sum;
    }

    /// How the neighbours of an item pull it: the sum of `weight / (1 + distance^2) x (item - other)`.
    ///
    /// @param pull `2 x itemCount` long; the item's two places are overwritten
    void pull(int item, float[] x, float[] y, float[] pull) {
        float sumX = 0;
        float sumY = 0;
        for (int edge = begins[item]; edge < begins[item + 1]; edge++) {
            float dx = x[item] - x[others[edge]];
            float dy = y[item] - y[others[edge]];
            float strength = weights[edge] / (1 + dx * dx + dy * dy);
            sumX += strength * dx;
            sumY += strength * dy;
        }
        pull[2 * item] = sumX;
        pull[2 * item + 1] = sumY;
    }
}
