package io.osusume.model.net;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.FoldInSimilarUsers;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import java.util.Map;

/// The trained net: a score is the logit of the rating it expects, so it predicts ratings and only
/// thereby ranks.
///
/// An item nobody in training has (or has scored, where unscored rows are left out) never moved from
/// its random start: it comes after all others, and it is like nothing. The same holds for users.
public final class EmbeddingNet implements FoldIn, SimilarItems, FoldInSimilarUsers {
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
    private final boolean[] knownUsers;
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
        knownUsers = new boolean[training.userCount()];
        for (long row : TrainingRows.of(training, unscored)) {
            known[TrainingRows.item(row)] = true;
            knownUsers[TrainingRows.user(row)] = true;
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

    /// By the cosine of item embeddings, and nothing else: `find_similar_animes` of the original.
    @Override
    public Ranking similarItems(int item, int n) {
        return similar(itemDirections, item * weights.embeddingSize(), itemDirections, known, new int[] {item}, n);
    }

    /// By the cosine of user embeddings: `find_similar_users` of the original.
    @Override
    public Ranking similarUsers(int userIndex, int n) {
        int offset = userIndex * weights.embeddingSize();
        return similar(userDirections, offset, userDirections, knownUsers, new int[] {userIndex}, n);
    }

    /// By the cosine of user embeddings, with the vector that fits the list best.
    @Override
    public Ranking similarUsers(Profile profile, int n) {
        return similar(foldIn.direction(profile), 0, userDirections, knownUsers, new int[0], n);
    }

    private Ranking similar(float[] one, int offset, float[] others, boolean[] trained, int[] excluded, int n) {
        int size = weights.embeddingSize();
        float[] cosines = new float[trained.length];
        for (int other = 0; other < cosines.length; other++) {
            cosines[other] =
                    trained[other] ? vectors.dot(one, offset, others, other * size, size) : Float.NEGATIVE_INFINITY;
        }
        return Ranking.best(cosines, excluded, n);
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
