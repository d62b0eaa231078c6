package io.osusume.franchise;

import java.util.Arrays;

/// The names a synopsis mentions, as numbers in ascending order, each once. Immutable; it owns its array.
final class People {
    static final People NOBODY = new People(new int[0]);

    private final int[] names;

    private People(int[] names) {
        this.names = names;
    }

    /// @param names in any order, also more than once; sorted in place
    static People of(int[] names, int count) {
        Arrays.sort(names, 0, count);
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (kept == 0 || names[k] != names[kept - 1]) {
                names[kept++] = names[k];
            }
        }
        return new People(Arrays.copyOf(names, kept));
    }

    int count() {
        return names.length;
    }

    int name(int place) {
        return names[place];
    }

    /// How many names two synopses have in common.
    int shared(People other) {
        int shared = 0;
        int place = 0;
        for (int name : names) {
            while (place < other.names.length && other.names[place] < name) {
                place++;
            }
            shared += place < other.names.length && other.names[place] == name ? 1 : 0;
        }
        return shared;
    }

    People and(People others) {
        int[] all = Arrays.copyOf(names, names.length + others.names.length);
        System.arraycopy(others.names, 0, all, names.length, others.names.length);
        return of(all, all.length);
    }
}
