package io.osusume.model.hybrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/// How many of the held-out entries each generator proposes, and how many all together: what the ranker can reach at
/// most. Safe for use by many threads.
final class CandidateRecall {
    private final List<CandidateGenerator> generators;
    private final AtomicLongArray hits;
    private final AtomicLongArray proposed;
    private final AtomicLongArray heldOut = new AtomicLongArray(2); // entries, lists

    CandidateRecall(List<CandidateGenerator> generators) {
        this.generators = generators;
        this.hits = new AtomicLongArray(generators.size() + 1);
        this.proposed = new AtomicLongArray(generators.size() + 1);
    }

    /// Counts one list.
    ///
    /// @param truth its held-out items, ascending
    /// @param candidates what all generators propose for the rest
    void count(Query query, int[] truth, int[] candidates) {
        for (int k = 0; k < generators.size(); k++) {
            CandidateSet own = new CandidateSet(query);
            generators.get(k).propose(query, own);
            count(k, truth, own.items());
        }
        count(generators.size(), truth, candidates);
        heldOut.addAndGet(0, truth.length);
        heldOut.incrementAndGet(1);
    }

    private void count(int place, int[] truth, int[] items) {
        for (int item : items) {
            if (Arrays.binarySearch(truth, item) >= 0) {
                hits.incrementAndGet(place);
            }
        }
        proposed.addAndGet(place, items.length);
    }

    /// In a sentence for the reader of a report, without a full stop.
    String sentence() {
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < generators.size(); k++) {
            parts.add(generators.get(k).name() + " " + share(k));
        }
        return "candidates hold " + share(generators.size()) + " of the held-out entries of lists the first stage did"
                + " not see: " + String.join(", ", parts);
    }

    private String share(int place) {
        return String.format(
                Locale.ROOT,
                "%.1f%% (%.0f a list)",
                100.0 * hits.get(place) / Math.max(heldOut.get(0), 1),
                (double) proposed.get(place) / Math.max(heldOut.get(1), 1));
    }
}
