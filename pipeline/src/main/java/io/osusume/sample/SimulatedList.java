package io.osusume.sample;

import java.util.Arrays;

/// The list of one simulated user while and after it is drawn. Reused from user to user; owned by one thread.
final class SimulatedList {
    private final double[] arrivals;
    private final long[] keys; // the arrival time in the high half, the title in the low one
    private final boolean[] kept;
    private final byte[] statuses;
    private final byte[] ratings;
    private final int[] watched;
    private final int[] entries;
    private int size;

    SimulatedList(int titles) {
        arrivals = new double[titles];
        keys = new long[titles];
        kept = new boolean[titles];
        statuses = new byte[titles];
        ratings = new byte[titles];
        watched = new int[titles];
        entries = new int[titles];
    }

    void arrive(int title, double time) {
        arrivals[title] = time;
        keys[title] = (long) Float.floatToRawIntBits((float) time) << 32 | title;
    }

    double arrival(int title) {
        return arrivals[title];
    }

    /// Keeps the `length` titles that arrived first. (Bits of floats from 0 on ascend as the floats do.)
    void keepEarliest(int length) {
        Arrays.fill(kept, false);
        partition(keys, length);
        for (int k = 0; k < length; k++) {
            kept[(int) keys[k]] = true;
        }
    }

    boolean kept(int title) {
        return kept[title];
    }

    void decide(int title, byte status, int rating, int episodes) {
        statuses[title] = status;
        ratings[title] = (byte) rating;
        watched[title] = episodes;
    }

    byte status(int title) {
        return statuses[title];
    }

    /// Puts the kept titles in order.
    void collect(TitleTable titles) {
        size = 0;
        for (int title = 0; title < titles.size(); title++) {
            if (kept[title]) {
                entries[size++] = title;
            }
        }
    }

    int size() {
        return size;
    }

    /// The title's number of an entry.
    int title(int entry) {
        return entries[entry];
    }

    int rating(int entry) {
        return ratings[entries[entry]];
    }

    int watchingStatus(int entry) {
        return statuses[entries[entry]];
    }

    int watchedEpisodes(int entry) {
        return watched[entries[entry]];
    }

    /// Moves the `first` smallest values to the front (Hoare's quickselect, median of three).
    static void partition(long[] values, int first) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            long a = values[low];
            long b = values[(low + high) >>> 1];
            long c = values[high];
            long pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long moved = values[i];
                    values[i++] = values[j];
                    values[j--] = moved;
                }
            }
            if (first - 1 <= j) {
                high = j;
            } else if (first - 1 >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
