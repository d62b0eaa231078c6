package io.osusume.model.content;

import io.osusume.data.ItemEmbeddings;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.VectorMath;

/// What each item is made of: sparse facts and a dense embedding. The similarity of two items is the inner
/// product, the weighted mean of the cosines of their fields: 1 for items that agree in all of them, less where one
/// lacks a fact. Immutable; it owns its arrays.
final class ItemVectors {
    private static final String EMBEDDINGS = "embeddings";

    private final int itemCount;
    private final SparseRows facts;
    private final int embeddingSize;
    private final float[] embeddings;
    private final VectorMath vectors;

    private ItemVectors(int itemCount, SparseRows facts, int embeddingSize, float[] embeddings, VectorMath vectors) {
        this.itemCount = itemCount;
        this.facts = facts;
        this.embeddingSize = embeddingSize;
        this.embeddings = embeddings;
        this.vectors = vectors;
    }

    static ItemVectors of(ItemFacts facts, FieldWeights weights, VectorMath vectors) {
        ItemEmbeddings given =
                weights.embedding() == 0 ? null : facts.embeddings().orElse(null);
        float[] embeddings = given == null ? new float[0] : centred(given);
        vectors.scale((float) Math.sqrt(weights.embedding() / weights.sum()), embeddings, 0, embeddings.length);
        return new ItemVectors(
                facts.itemCount(),
                FactVectors.of(facts, weights),
                given == null ? 0 : given.size(),
                embeddings,
                vectors);
    }

    /// What sets each embedding apart from the mean of all, again of length 1: all synopses are somewhat alike, and
    /// that says nothing.
    private static float[] centred(ItemEmbeddings given) {
        float[] rows = given.rows();
        int size = given.size();
        double[] mean = new double[size];
        int known = 0;
        for (int begin = 0; begin < rows.length; begin += size) {
            known += isZero(rows, begin, size) ? 0 : 1;
            for (int k = 0; k < size; k++) {
                mean[k] += rows[begin + k];
            }
        }
        for (int begin = 0; begin < rows.length && known > 1; begin += size) {
            if (!isZero(rows, begin, size)) {
                for (int k = 0; k < size; k++) {
                    rows[begin + k] -= (float) (mean[k] / known);
                }
            }
        }
        return ItemEmbeddings.owning(size, rows).rows();
    }

    private static boolean isZero(float[] rows, int begin, int size) {
        for (int k = begin; k < begin + size; k++) {
            if (rows[k] != 0) {
                return false;
            }
        }
        return true;
    }

    int itemCount() {
        return itemCount;
    }

    /// What is asked for: items added up.
    static final class Query {
        private final float[] facts;
        private final float[] embedding;

        private Query(int columnCount, int embeddingSize) {
            this.facts = new float[columnCount];
            this.embedding = new float[embeddingSize];
        }
    }

    Query emptyQuery() {
        return new Query(facts.columnCount(), embeddingSize);
    }

    void add(int item, float weight, Query query) {
        facts.addTo(item, weight, query.facts);
        vectors.axpy(weight, embeddings, item * embeddingSize, query.embedding, 0, embeddingSize);
    }

    /// The inner product of every item and what is asked for.
    ///
    /// @param products `itemCount` long, overwritten
    void dotAll(Query query, float[] products) {
        facts.dotAll(query.facts, products);
        for (int item = 0; item < itemCount && embeddingSize > 0; item++) {
            products[item] += vectors.dot(embeddings, item * embeddingSize, query.embedding, 0, embeddingSize);
        }
    }

    /// The similarity of two items; of an item with itself too.
    float similarity(int item, int other) {
        float sum = facts.dot(item, other);
        return embeddingSize == 0
                ? sum
                : sum + vectors.dot(embeddings, item * embeddingSize, embeddings, other * embeddingSize, embeddingSize);
    }

    /// The similarity of an item and each other one.
    ///
    /// @param similarities `itemCount` long, overwritten; 0 for the item itself
    void similarities(int item, float[] similarities) {
        Query query = emptyQuery();
        add(item, 1, query);
        dotAll(query, similarities);
        similarities[item] = 0;
    }

    Tensors addedTo(Tensors state) {
        return facts.addedTo(state).with(EMBEDDINGS, Tensor.of(embeddings, itemCount, embeddingSize));
    }

    /// @throws IllegalArgumentException if the state is of another number of items
    static ItemVectors of(Tensors state, int itemCount, VectorMath vectors) {
        float[] embeddings = state.floats(EMBEDDINGS);
        int size = itemCount == 0 ? 0 : embeddings.length / itemCount;
        return new ItemVectors(
                itemCount, SparseRows.of(state, itemCount), size, state.floats(EMBEDDINGS, itemCount, size), vectors);
    }
}
