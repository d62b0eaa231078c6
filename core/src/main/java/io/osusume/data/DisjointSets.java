package io.osusume.data;

/// Sets of numbers that can be joined but never parted (union-find).
final class DisjointSets {
    private final int[] parents;

    /// Each number from 0 to `size - 1` in a set of its own.
    DisjointSets(int size) {
        parents = new int[size];
        for (int number = 0; number < size; number++) {
            parents[number] = number;
        }
    }

    /// The number that stands for the set of the given one.
    int find(int number) {
        int root = number;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    void join(int a, int b) {
        parents[find(a)] = find(b);
    }
}
