package io.osusume.model.hybrid;

import io.osusume.data.Interactions;
import io.osusume.data.ItemFacts;
import io.osusume.data.RandomOrder;
import io.osusume.data.Tensors;
import io.osusume.data.TrainingData;
import io.osusume.kernel.Kernels;
import io.osusume.model.Cooccurrences;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.Edlae;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.rank.Ranker;
import io.osusume.model.rank.RankerRows;
import io.osusume.model.rank.RankerTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Trains the first stage and, on lists it did not see, the ranker.
///
/// Usually the lists are dealt into `folds` parts, and each part's rows come from a first stage that was trained on
/// the others; then the first stage is trained on all. Where there are more than four times `rankerUsers` lists, so
/// many are set apart for the ranker, and the first stage is trained once, on the rest.
///
/// @param edlae the linear model of the first stage
/// @param ranker how the second stage is learnt
/// @param candidates how many of the linear model's best are ranked, in [1, 10,000]
/// @param franchiseMates how many other parts of the list's franchises are ranked at most, in [1, 10,000]
/// @param neighbours what of all pairs of items the first stage keeps
/// @param folds in [2, 20]
/// @param rankerUsers at least 10
/// @param shortShare how many lists the ranker sees a second time cut down to 3 to 20 entries, in [0, 1]
/// @param negativeShare how many of the candidates that were not held out the ranker sees, in (0, 1]
/// @param seed of folds, held-out entries and the ranker
public record HybridTrainer(
        EdlaeTrainer edlae,
        RankerTrainer ranker,
        int candidates,
        int franchiseMates,
        NeighbourLimits neighbours,
        int folds,
        int rankerUsers,
        double shortShare,
        double negativeShare,
        long seed)
        implements Trainer<HybridRecommender> {
    private static final double HELD_OUT_SHARE = 0.2;
    private static final int MIN_ENTRIES = 10;
    private static final int APART_SHARE = 4;

    public HybridTrainer {
        require(candidates >= 1 && candidates <= 10_000, "candidates must be in [1, 10000], was " + candidates);
        require(
                franchiseMates >= 1 && franchiseMates <= 10_000,
                "franchise-mates must be in [1, 10000], was " + franchiseMates);
        require(folds >= 2 && folds <= 20, "folds must be in [2, 20], was " + folds);
        require(rankerUsers >= 10, "ranker-users must be at least 10, was " + rankerUsers);
        require(shortShare >= 0 && shortShare <= 1, "short-share must be in [0, 1], was " + shortShare);
        require(negativeShare > 0 && negativeShare <= 1, "negative-share must be in (0, 1], was " + negativeShare);
    }

    /// The settings chosen on the validation users of a split of 5,000 real lists.
    public static HybridTrainer defaults(RankerTrainer ranker) {
        return new HybridTrainer(
                EdlaeTrainer.defaults(), ranker, 110, 200, NeighbourLimits.DEFAULT, 5, 5_000, 0.5, 0.3, 43);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    @Override
    public String name() {
        return HybridRecommender.NAME;
    }

    @Override
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        edlae.settings().forEach((name, value) -> settings.put("edlae." + name, value));
        ranker.settings().forEach((name, value) -> settings.put("ranker." + name, value));
        settings.put("ranker", ranker.name());
        settings.put("candidates", Integer.toString(candidates));
        settings.put("franchise-mates", Integer.toString(franchiseMates));
        settings.put("neighbours-by-weight", Integer.toString(neighbours.byWeight()));
        settings.put("neighbours-by-users", Integer.toString(neighbours.byUsers()));
        settings.put("folds", Integer.toString(folds));
        settings.put("ranker-users", Integer.toString(rankerUsers));
        settings.put("short-share", Double.toString(shortShare));
        settings.put("negative-share", Double.toString(negativeShare));
        settings.put("seed", Long.toString(seed));
        return settings;
    }

    @Override
    public HybridRecommender train(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        int[] dealt = RandomOrder.of(training.userCount(), new SplittableRandom(seed));
        List<RankerRows> rows = new ArrayList<>();
        CandidateRecall recall = new CandidateRecall(generators());
        CandidateRows last;
        if (dealt.length <= APART_SHARE * (long) rankerUsers) {
            for (int fold = 0; fold < folds; fold++) {
                int[] users = part(dealt, fold);
                CandidateRows others = stage(without(data, users), kernels, listener);
                rows.add(outOfFold().rows(training, users, others, kernels.threads(), recall));
                listener.progress("out-of-fold rows", (fold + 1.0) / (folds + 2));
            }
            last = stage(data, kernels, listener);
        } else {
            int[] apart = Arrays.copyOf(dealt, rankerUsers);
            Arrays.sort(apart);
            last = stage(without(data, apart), kernels, listener);
            rows.add(outOfFold().rows(training, apart, last, kernels.threads(), recall));
        }
        RankerRows all = RankerRows.of(rows);
        if (all.positives() == 0 || all.positives() == all.size()) {
            throw new TrainingException("hybrid: the ranker needs lists of at least " + MIN_ENTRIES
                    + " entries with held-out ones among the candidates; of " + training.userCount()
                    + " lists there were none; bring more users or train edlae");
        }
        listener.note(recall.sentence());
        listener.note("the ranker learnt from " + all.size() + " rows, " + all.positives() + " of them held out");
        Ranker trained = ranker.train(all, seed, kernels.threads(), listener);
        return new HybridRecommender(data, last, trained, Math.log(negativeShare));
    }

    private OutOfFold outOfFold() {
        return new OutOfFold(HELD_OUT_SHARE, MIN_ENTRIES, shortShare, negativeShare, seed);
    }

    /// Every `folds`-th of the dealt users, ascending.
    private int[] part(int[] dealt, int fold) {
        int[] users = new int[(dealt.length - fold + folds - 1) / folds];
        for (int k = 0; k < users.length; k++) {
            users[k] = dealt[fold + k * folds];
        }
        Arrays.sort(users);
        return users;
    }

    private static TrainingData without(TrainingData data, int[] users) {
        return new TrainingData(data.interactions().withoutUsers(users), data.facts());
    }

    private CandidateRows stage(TrainingData data, Kernels kernels, TrainingListener listener) {
        Interactions training = data.interactions();
        float[] counts = new Cooccurrences(training).matrix(kernels.threads());
        Overlaps overlaps = Overlaps.of(training.itemCount(), counts, kernels.threads());
        Edlae linear = edlae.train(data, counts, kernels, listener);
        ItemTable items = ItemTable.of(data);
        Neighbours kept = Neighbours.of(linear.weights(), overlaps, items.users(), neighbours, kernels.threads());
        return new CandidateRows(new FirstStage(kept, strength(), items, kernels.vectors()), generators());
    }

    private LogStrength strength() {
        return new LogStrength(edlae.strongest(), edlae.popularityDiscount());
    }

    private List<CandidateGenerator> generators() {
        return List.of(new BestScored(candidates), new FranchiseMates(franchiseMates));
    }

    @Override
    public HybridRecommender restore(Tensors state, TrainingData data, Kernels kernels) {
        ItemFacts facts = data.facts();
        LogStrength strength = new LogStrength(
                Double.parseDouble(state.attribute(HybridRecommender.STRONGEST)),
                Double.parseDouble(state.attribute(HybridRecommender.POPULARITY_DISCOUNT)));
        FirstStage base = new FirstStage(
                Neighbours.of(state, facts.itemCount()), strength, ItemTable.of(state, facts), kernels.vectors());
        return new HybridRecommender(
                data,
                new CandidateRows(base, generators()),
                Ranker.of(state.under(HybridRecommender.RANKER)),
                Double.parseDouble(state.attribute(HybridRecommender.OFFSET)));
    }
}
