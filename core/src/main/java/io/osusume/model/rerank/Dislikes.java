package io.osusume.model.rerank;

import io.osusume.data.Profile;
import io.osusume.model.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Lowers what is like the titles a fan turned down, which says more than "not this one" and less than a bad score:
/// the item most like a disliked one loses [#WEIGHT] of log-odds, others their share of its likeness; several dislikes
/// add up.
public final class Dislikes implements ScoreStep {
    /// Nothing was turned down.
    public static final Dislikes NONE = new Dislikes(List.of());

    /// Log-odds the item most like a disliked one loses.
    public static final double WEIGHT = 1.5;

    private final List<Disliked> disliked;

    private Dislikes(List<Disliked> disliked) {
        this.disliked = List.copyOf(disliked);
    }

    /// @param alike the items most like the disliked one, with positive likenesses, best first
    private record Disliked(int item, Ranking alike) {
        float loss(int rank) {
            return (float) (WEIGHT * alike.score(rank) / alike.score(0));
        }
    }

    /// The dislikes of some items.
    ///
    /// @param items each once
    /// @param alike gives the items most like one, best first; those without a positive likeness do not count
    public static Dislikes of(int[] items, IntFunction<Ranking> alike) {
        List<Disliked> disliked = new ArrayList<>();
        for (int item : items) {
            Ranking all = alike.apply(item);
            int positive = 0;
            while (positive < all.size() && all.score(positive) > 0) {
                positive++;
            }
            disliked.add(new Disliked(item, all.first(positive)));
        }
        return new Dislikes(disliked);
    }

    @Override
    public void apply(float[] scores, Profile profile) {
        for (Disliked each : disliked) {
            for (int rank = 0; rank < each.alike.size(); rank++) {
                scores[each.alike.index(rank)] -= each.loss(rank);
            }
        }
    }

    /// How many items were turned down.
    public int size() {
        return disliked.size();
    }

    /// The item turned down at a place.
    public int item(int place) {
        return disliked.get(place).item;
    }

    /// What an item loses by the dislike at a place, at least 0.
    public float loss(int place, int item) {
        Disliked each = disliked.get(place);
        for (int rank = 0; rank < each.alike.size(); rank++) {
            if (each.alike.index(rank) == item) {
                return each.loss(rank);
            }
        }
        return 0;
    }
}
