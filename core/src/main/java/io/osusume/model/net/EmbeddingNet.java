package io.osusume.model.net;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.model.SimilarUsers;
import java.util.Map;

/// The trained net: a score is the logit of the rating it expects, so it predicts ratings and only
/// thereby ranks.
///
/// An item nobody in training has (or has scored, where unscored rows are left out) never moved from
/// its random start: it comes after all others.
public final class EmbeddingNet implements FoldIn, SimilarItems, SimilarUsers {
    /// The score of an item no row trained: behind all others, but still in the ranking.
    private static final float NEVER_TRAINED = -Float.MAX_VALUE;

    private final String name;
    private final NetWeights weights;
    private final UnscoredRows unscored;
    private final Interactions training;
    private final VectorMath vectors;
    private final float[] userDirections;
    private final float[] itemDirections;
    private final boolean[] known;
    private final NetFoldIn foldIn;

    EmbeddingNet(String name, NetWeights weights, UnscoredRows unscored, Interactions training, VectorMath vectors) {
        this.name = name;
        this.weights = weights.rounded();
        this.unscored = unscored;
        this.training = training;
        this.vectors = vectors;
        userDirections = directions(weights.users(), weights.embeddingSize(), vectors);
        itemDirections = directions(weights.items(), weights.embeddingSize(), vectors);
        known = new boolean[training.itemCount()];
        for (long row : TrainingRows.of(training, unscored)) {
            known[TrainingRows.item(row)] = true;
        }
        foldIn = new NetFoldIn(
                this.weights.head(),
                userDirections,
                itemDirections,
                weights.embeddingSize(),
                unscored,
                training.scale(),
                vectors);
    }

    static EmbeddingNet restore(String name, Tensors state, Interactions training, VectorMath vectors) {
        int size = Integer.parseInt(state.attribute("embedding-size"));
        NetWeights weights =
                new NetWeights(size, state.floats("users"), state.floats("items"), NetHead.of(state.floats("head")));
        fits("user", weights.users().length / size, training.userCount());
        fits("item", weights.items().length / size, training.itemCount());
        return new EmbeddingNet(name, weights, UnscoredRows.valueOf(state.attribute("unscored")), training, vectors);
    }

    private static void fits(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "the net has " + found + " " + what + " embeddings but its training data " + expected + " " + what
                            + "s: restore it with the interactions it was trained on");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Interactions training() {
        return training;
    }

    /// The logits of the ratings expected from a user of the training data, with the embedding training
    /// gave.
    @Override
    public void score(int userIndex, float[] scores) {
        scoreDirection(userDirections, userIndex * weights.embeddingSize(), scores);
    }

    /// The same for a list that was not in training, with a user vector that fits it best.
    @Override
    public void score(Profile profile, float[] scores) {
        scoreDirection(foldIn.direction(profile), 0, scores);
    }

    private void scoreDirection(float[] directions, int offset, float[] scores) {
        int size = weights.embeddingSize();
        for (int item = 0; item < known.length; item++) {
            scores[item] = known[item]
                    ? (float) weights.head().logit(vectors.dot(directions, offset, itemDirections, item * size, size))
                    : NEVER_TRAINED;
        }
    }

    /// The rating expected from a score, in [0, 1].
    public static double rating(float score) {
        return NetHead.sigmoid(score);
    }

    @Override
    public Ranking similarItems(int item, int n) {
        return similar(itemDirections, item, n);
    }

    @Override
    public Ranking similarUsers(int userIndex, int n) {
        return similar(userDirections, userIndex, n);
    }

    private Ranking similar(float[] directions, int index, int n) {
        int size = weights.embeddingSize();
        float[] cosines = new float[directions.length / size];
        for (int other = 0; other < cosines.length; other++) {
            cosines[other] = vectors.dot(directions, index * size, directions, other * size, size);
        }
        return Ranking.best(cosines, new int[] {index}, n);
    }

    @Override
    public Tensors state() {
        int size = weights.embeddingSize();
        return Tensors.of(Map.of("embedding-size", Integer.toString(size), "unscored", unscored.name()))
                .with("users", Tensor.of(weights.users(), weights.users().length / size, size))
                .with("items", Tensor.of(weights.items(), weights.items().length / size, size))
                .with("head", Tensor.of(weights.head().toArray(), 6));
    }

    private static float[] directions(float[] table, int size, VectorMath vectors) {
        float[] directions = table.clone();
        for (int offset = 0; offset < table.length; offset += size) {
            float square = vectors.dot(table, offset, table, offset, size);
            if (square > 0) {
                vectors.scale((float) (1 / Math.sqrt(square)), directions, offset, size);
            }
        }
        return directions;
    }
}
