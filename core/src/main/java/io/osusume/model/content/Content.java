package io.osusume.model.content;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Explains;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Map;

/// Scores an item by how alike it is to the items of a profile, judged by facts alone: what nobody has watched yet
/// gets a score like everything else.
///
/// Every item of a profile adds what it says about its nearest neighbours (see [ContentTrainer]), where one close
/// relative weighs more than many distant ones; to all items it adds [#DISTANT] x similarity, which orders what has
/// no close relative in the list. An item of which nothing is known is like no
/// other one: its score is 0, and so are all scores where no facts are known at all.
///
/// `neighbours` and `says` are `itemCount` x `k` row-major, the nearest first, [#NONE] where fewer items are alike.
public final class Content implements SimilarItems, Explains {
    static final String NAME = "content";
    static final int NONE = -1;

    /// So little that even the sum over a long list stays below what one close relative says.
    static final float DISTANT = 1e-6f;

    private static final String NEIGHBOURS = "neighbours";
    private static final String SAYS = "says";

    private final Interactions training;
    private final ItemVectors items;
    private final int k;
    private final int[] neighbours;
    private final float[] says;

    /// @param says what an item adds to the score of each neighbour
    Content(Interactions training, ItemVectors items, int k, int[] neighbours, float[] says) {
        this.training = training;
        this.items = items;
        this.k = k;
        this.neighbours = neighbours;
        this.says = says;
    }

    static Content of(Tensors state, Interactions training, int k, VectorMath vectors) {
        int itemCount = training.itemCount();
        int[] neighbours = state.ints(NEIGHBOURS, itemCount, k);
        for (int neighbour : neighbours) {
            if (neighbour < NONE || neighbour >= itemCount) {
                throw new IllegalArgumentException("a neighbour must be an item in [0, " + itemCount + ") or " + NONE
                        + " for none, was " + neighbour);
            }
        }
        return new Content(
                training, ItemVectors.of(state, itemCount, vectors), k, neighbours, state.floats(SAYS, itemCount, k));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    @Override
    public void score(Profile profile, float[] scores) {
        ItemVectors.Query list = items.emptyQuery();
        for (int entry = 0; entry < profile.size(); entry++) {
            items.add(profile.item(entry), DISTANT, list);
        }
        items.dotAll(list, scores);
        for (int entry = 0; entry < profile.size(); entry++) {
            int from = profile.item(entry);
            scores[from] -= DISTANT * items.similarity(from, from);
            for (int place = from * k; place < (from + 1) * k && neighbours[place] != NONE; place++) {
                scores[neighbours[place]] += says[place];
            }
        }
    }

    /// What each entry adds to the score; their sum is the score but for the rounding of floats.
    @Override
    public float[] contributions(Profile profile, int item) {
        float[] contributions = new float[profile.size()];
        for (int entry = 0; entry < contributions.length; entry++) {
            contributions[entry] = contribution(profile.item(entry), item);
        }
        return contributions;
    }

    private float contribution(int from, int to) {
        if (from == to) {
            return 0;
        }
        float contribution = DISTANT * items.similarity(from, to);
        for (int place = from * k; place < (from + 1) * k; place++) {
            if (neighbours[place] == to) {
                return contribution + says[place];
            }
        }
        return contribution;
    }

    /// The items with most in common with the given one, by the weighted mean of the cosines of their fields, at most
    /// 1.
    @Override
    public Ranking similarItems(int item, int n) {
        float[] similarities = new float[items.itemCount()];
        items.similarities(item, similarities);
        return Ranking.best(similarities, new int[] {item}, n);
    }

    @Override
    public Tensors state() {
        return items.addedTo(Tensors.of(Map.of()))
                .with(NEIGHBOURS, Tensor.of(neighbours, training.itemCount(), k))
                .with(SAYS, Tensor.of(says, training.itemCount(), k));
    }
}
