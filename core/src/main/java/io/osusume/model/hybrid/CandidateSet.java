package io.osusume.model.hybrid;

import java.util.BitSet;

/// The items proposed for one list, each once. Belongs to one thread.
public final class CandidateSet {
    private final Query query;
    private final BitSet items = new BitSet();

    CandidateSet(Query query) {
        this.query = query;
    }

    /// Adds an item, unless it is on the list already or nobody has it.
    public void add(int item) {
        if (query.base().items().users(item) > 0 && !query.onList(item)) {
            items.set(item);
        }
    }

    /// The items, ascending; owned by the caller.
    int[] items() {
        return items.stream().toArray();
    }
}
