package io.osusume.model.hybrid;

import java.util.BitSet;

/// The items proposed for one list, each once. Belongs to one thread.
public final class CandidateSet {
    private final Query query;
    private final BitSet items;

    CandidateSet(Query query) {
        this.query = query;
        this.items = new BitSet(query.base().items().count()); // one that grows is copied at every candidate
    }

    /// Whether an item may be proposed: it is not on the list already and somebody has it.
    boolean accepts(int item) {
        return query.base().items().users(item) > 0 && !query.onList(item);
    }

    /// Adds an item if it may be proposed.
    public void add(int item) {
        if (accepts(item)) {
            items.set(item);
        }
    }

    /// The items, ascending; owned by the caller.
    int[] items() {
        int[] found = new int[items.cardinality()];
        int size = 0;
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            found[size++] = item;
        }
        return found;
    }
}
