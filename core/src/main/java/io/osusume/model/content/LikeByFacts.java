package io.osusume.model.content;

import io.osusume.data.ItemFacts;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;

/// Which items have most in common by their facts: what [Content] compares, without learning from anybody. It answers
/// for items nobody has watched too.
public final class LikeByFacts implements SimilarItems {
    private final ItemVectors items;

    /// @param fields how much each kind of fact counts
    public LikeByFacts(ItemFacts facts, FieldWeights fields, VectorMath vectors) {
        this.items = ItemVectors.of(facts, fields, vectors);
    }

    /// The items with most in common with the given one, by the weighted mean of the cosines of their fields.
    @Override
    public Ranking similarItems(int item, int n) {
        float[] similarities = new float[items.itemCount()];
        items.similarities(item, similarities);
        return Ranking.best(similarities, new int[] {item}, n);
    }
}
