package io.osusume.evaluation;

import java.util.Arrays;

/// What a metric sees of one user's list: at which ranks stand held-out items, and how many were held out.
public final class Hits {
    private final boolean[] hits;
    private final int heldOut;

    private Hits(boolean[] hits, int heldOut) {
        this.hits = hits;
        this.heldOut = heldOut;
    }

    /// The hits of a list.
    ///
    /// @param ranked item indices, best first, each once; may be shorter than a metric looks
    /// @param heldOut item indices, ascending
    public static Hits of(int[] ranked, int[] heldOut) {
        boolean[] hits = new boolean[ranked.length];
        for (int rank = 0; rank < ranked.length; rank++) {
            hits[rank] = Arrays.binarySearch(heldOut, ranked[rank]) >= 0;
        }
        return new Hits(hits, heldOut.length);
    }

    /// Whether a held-out item stands at a rank, 0 the best; false beyond the end of the list.
    public boolean at(int rank) {
        return rank < hits.length && hits[rank];
    }

    /// How many of the first `n` are held-out items.
    public int among(int n) {
        int count = 0;
        for (int rank = 0; rank < Math.min(n, hits.length); rank++) {
            count += hits[rank] ? 1 : 0;
        }
        return count;
    }

    /// How many items were held out, in the list or not.
    public int heldOut() {
        return heldOut;
    }
}
