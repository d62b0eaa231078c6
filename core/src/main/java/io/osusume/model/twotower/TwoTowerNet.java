package io.osusume.model.twotower;

import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.SimilarItems;
import io.osusume.model.SimilarUsers;
import java.util.Map;

/// Scores an item by the logit a softmax over all items gives it: the cosine of the user's embedding and the
/// item's over the temperature, and the item's bias.
///
/// A user's embedding is the sum of the entry embeddings of the list, brought to length 1; so a list never
/// seen has one as every other has. An empty list has none and gets the items by their bias.
public final class TwoTowerNet implements FoldIn, SimilarItems, SimilarUsers {
    static final String NAME = "net-ranking";
    private static final String TEMPERATURE = "temperature";
    private static final String EMBEDDING_SIZE = "embedding-size";
    private static final int USERS_A_TASK = 64;

    private final Interactions training;
    private final TowerWeights weights; // items brought to length 1
    private final float[] users;
    private final double temperature;
    private final VectorMath vectors;

    private TwoTowerNet(
            Interactions training, TowerWeights weights, float[] users, double temperature, VectorMath vectors) {
        this.training = training;
        this.weights = weights;
        this.users = users;
        this.temperature = temperature;
        this.vectors = vectors;
    }

    /// The net of trained weights, which it copies where it must.
    static TwoTowerNet of(TowerWeights weights, double temperature, Interactions training, Kernels kernels) {
        TwoTowerNet net = withoutUsers(weights, temperature, training, kernels);
        int size = weights.embeddingSize();
        int count = training.userCount();
        float[] users = new float[Math.multiplyExact(count, size)];
        kernels.threads().run((count + USERS_A_TASK - 1) / USERS_A_TASK, task -> {
            for (int user = task * USERS_A_TASK; user < Math.min(count, (task + 1) * USERS_A_TASK); user++) {
                System.arraycopy(net.embedding(training.profile(user)), 0, users, user * size, size);
            }
        });
        return new TwoTowerNet(training, net.weights, users, temperature, kernels.vectors());
    }

    /// A net that can only fold in.
    static TwoTowerNet withoutUsers(TowerWeights weights, double temperature, Interactions training, Kernels kernels) {
        int size = weights.embeddingSize();
        Directions items = new Directions(weights.itemCount(), size, kernels.vectors());
        items.take(weights.items(), kernels.threads());
        return new TwoTowerNet(
                training,
                new TowerWeights(size, weights.entries(), items.rows(), weights.bias()),
                new float[0],
                temperature,
                kernels.vectors());
    }

    static TwoTowerNet restore(Tensors state, Interactions training, Kernels kernels) {
        int size = Integer.parseInt(state.attribute(EMBEDDING_SIZE));
        int items = training.itemCount();
        TowerWeights weights = new TowerWeights(
                size,
                state.floats("entries", items, size),
                state.floats("items", items, size),
                state.floats("bias", items));
        return new TwoTowerNet(
                training,
                weights,
                state.floats("users", training.userCount(), size),
                Double.parseDouble(state.attribute(TEMPERATURE)),
                kernels.vectors());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Interactions training() {
        return training;
    }

    /// The embedding of a list: of length 1, or zeros if the list says nothing. Owned by the caller.
    public float[] embedding(Profile profile) {
        int size = weights.embeddingSize();
        float[] embedding = new float[size];
        for (int entry = 0; entry < profile.size(); entry++) {
            vectors.axpy(1, weights.entries(), profile.item(entry) * size, embedding, 0, size);
        }
        Directions.normalize(embedding, 0, size, vectors);
        return embedding;
    }

    @Override
    public void score(int userIndex, float[] scores) {
        score(users, userIndex * weights.embeddingSize(), scores);
    }

    @Override
    public void score(Profile profile, float[] scores) {
        score(embedding(profile), 0, scores);
    }

    private void score(float[] embedding, int offset, float[] scores) {
        int size = weights.embeddingSize();
        for (int item = 0; item < scores.length; item++) {
            float cosine = vectors.dot(embedding, offset, weights.items(), item * size, size);
            scores[item] = (float) (cosine / temperature + weights.bias()[item]);
        }
    }

    /// By the cosine of item embeddings.
    @Override
    public Ranking similarItems(int item, int n) {
        return nearest(weights.items(), item, n);
    }

    /// By the cosine of user embeddings.
    @Override
    public Ranking similarUsers(int userIndex, int n) {
        return nearest(users, userIndex, n);
    }

    private Ranking nearest(float[] directions, int row, int n) {
        int size = weights.embeddingSize();
        float[] cosines = new float[directions.length / size];
        for (int other = 0; other < cosines.length; other++) {
            cosines[other] = vectors.dot(directions, row * size, directions, other * size, size);
        }
        return Ranking.best(cosines, new int[] {row}, n);
    }

    @Override
    public Tensors state() {
        int size = weights.embeddingSize();
        return Tensors.of(Map.of(EMBEDDING_SIZE, Integer.toString(size), TEMPERATURE, Double.toString(temperature)))
                .with("entries", Tensor.of(weights.entries(), training.itemCount(), size))
                .with("items", Tensor.of(weights.items(), training.itemCount(), size))
                .with("bias", Tensor.of(weights.bias(), training.itemCount()))
                .with("users", Tensor.of(users, training.userCount(), size));
    }
}
