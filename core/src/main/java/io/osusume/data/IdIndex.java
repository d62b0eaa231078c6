package io.osusume.data;

import java.util.Arrays;
import java.util.OptionalInt;

/// The two-way map between ids of the outside world (`long`) and dense indices: index `k` has the `k`-th smallest id.
public final class IdIndex {
    private final long[] ids;

    private IdIndex(long[] ids) {
        this.ids = ids;
    }

    /// An index over the distinct values of the given ids, in any order; the array is copied.
    public static IdIndex of(long... ids) {
        return new IdIndex(Arrays.stream(ids).sorted().distinct().toArray());
    }

    public int size() {
        return ids.length;
    }

    /// The id of the outside world at a dense index.
    public long id(int index) {
        return ids[index];
    }

    /// The dense index of an id, empty if the id is unknown.
    public OptionalInt index(long id) {
        int found = Arrays.binarySearch(ids, id);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// A copy of all ids, ascending.
    public long[] ids() {
        return ids.clone();
    }
}
