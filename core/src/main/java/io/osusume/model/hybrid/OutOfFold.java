package io.osusume.model.hybrid;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.RandomOrder;
import io.osusume.kernel.Threads;
import io.osusume.model.rank.RankerRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes the ranker's rows from lists the first stage did not see: of each list a part is held out, the rest proposes
/// candidates, and a candidate's label says whether it was held out. Some lists come a second time, cut down to a few
/// entries, so that the ranker learns what short lists need.
///
/// @param heldOutShare how much of a list is held out, in (0, 1)
/// @param minEntries lists shorter than this are left out, at least 2
/// @param shortShare how many of the lists come again cut down, in [0, 1]
/// @param negativeShare how many of the rows with label 0 are kept, in (0, 1]
/// @param seed of all random choices; those for one user depend on nothing else
record OutOfFold(double heldOutShare, int minEntries, double shortShare, double negativeShare, long seed) {
    private static final int[] SHORT_LENGTHS = {3, 5, 7, 10, 15, 20};
    private static final int USERS_A_TASK = 16;

    /// The rows of the given users, in their order.
    ///
    /// @param recall counts the candidates of whole lists
    RankerRows rows(
            Interactions interactions, int[] users, CandidateRows stage, Threads threads, CandidateRecall recall) {
        int tasks = (users.length + USERS_A_TASK - 1) / USERS_A_TASK;
        RankerRows[] parts = new RankerRows[tasks];
        threads.run(tasks, task -> {
            RankerRows.Builder builder = new RankerRows.Builder(stage.featureNames());
            for (int k = task * USERS_A_TASK; k < Math.min(users.length, (task + 1) * USERS_A_TASK); k++) {
                add(interactions.profile(users[k]), users[k], stage, recall, builder);
            }
            parts[task] = builder.build();
        });
        List<RankerRows> all = new ArrayList<>(Arrays.asList(parts));
        if (all.isEmpty()) {
            all.add(new RankerRows.Builder(stage.featureNames()).build());
        }
        return RankerRows.of(all);
    }

    private void add(Profile whole, int user, CandidateRows stage, CandidateRecall recall, RankerRows.Builder builder) {
        if (whole.size() < minEntries) {
            return;
        }
        SplittableRandom random = RandomOrder.ofUser(seed, user);
        int[] order = new int[whole.size()];
        Arrays.setAll(order, k -> k);
        RandomOrder.shuffle(order, random);
        int heldOut = Math.clamp(Math.round(heldOutShare * whole.size()), 1, whole.size() - 1);
        addRows(whole, order, heldOut, whole.size() - heldOut, stage, recall, random, builder);
        int length = SHORT_LENGTHS[random.nextInt(SHORT_LENGTHS.length)];
        if (random.nextDouble() < shortShare && length < whole.size() - heldOut) {
            addRows(whole, order, heldOut, length, stage, null, random, builder);
        }
    }

    /// Adds the rows of a list of which the first `heldOut` places of an order are held out and the last `kept` are
    /// known; what stands between is neither known nor ranked.
    private void addRows(
            Profile whole,
            int[] order,
            int heldOut,
            int kept,
            CandidateRows stage,
            @Nullable CandidateRecall recall,
            SplittableRandom random,
            RankerRows.Builder builder) {
        int[] truth = new int[heldOut];
        int[] items = new int[kept];
        float[] ratings = new float[kept];
        for (int k = 0; k < heldOut; k++) {
            truth[k] = whole.item(order[k]);
        }
        for (int k = 0; k < kept; k++) {
            int place = order[order.length - kept + k];
            items[k] = whole.item(place);
            ratings[k] = whole.rating(place);
        }
        Arrays.sort(truth);
        Query query = stage.query(Profile.of(items, ratings));
        int[] candidates = stage.candidates(query);
        if (recall != null) {
            recall.count(query, truth, candidates);
        }
        float[] rows = stage.rows(query, candidates);
        int width = stage.featureNames().size();
        for (int k = 0; k < candidates.length; k++) {
            boolean label = Arrays.binarySearch(truth, candidates[k]) >= 0;
            boolean taken = random.nextDouble() < negativeShare;
            if (label || (taken && !whole.contains(candidates[k]))) {
                builder.add(rows, k * width, label);
            }
        }
    }
}
