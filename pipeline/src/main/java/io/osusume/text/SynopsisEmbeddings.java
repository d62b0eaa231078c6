package io.osusume.text;

import io.osusume.data.ItemEmbeddings;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Adds what the synopses mean to the facts of the items: a sentence embedding each, none for items without a
/// synopsis. Encoding 16,000 synopses takes minutes, so every vector is kept in a file and made once.
public final class SynopsisEmbeddings {
    private static final int TEXTS_A_STEP = 256;
    private static final int STEPS_A_SAVE = 8;

    private SynopsisEmbeddings() {}

    /// The facts with embeddings.
    ///
    /// @param cache the file of the vectors made so far; written when new ones come
    /// @param listener hears the progress, from the calling thread
    public static ItemFacts addTo(ItemFacts facts, Path cache, Threads threads, TrainingListener listener)
            throws IOException {
        try (MiniLm encoder = new MiniLm()) {
            return addTo(facts, encoder, cache, threads, listener);
        }
    }

    static ItemFacts addTo(ItemFacts facts, TextEncoder encoder, Path file, Threads threads, TrainingListener listener)
            throws IOException {
        EmbeddingCache cache = EmbeddingCache.open(file, encoder);
        encodeMissing(facts, encoder, cache, threads, listener);
        float[] rows = new float[facts.itemCount() * encoder.size()];
        for (int item = 0; item < facts.itemCount(); item++) {
            String synopsis = synopsis(facts, item);
            float[] vector = synopsis.isEmpty() ? null : cache.vector(cache.key(synopsis));
            if (vector != null) {
                System.arraycopy(vector, 0, rows, item * encoder.size(), encoder.size());
            }
        }
        return facts.withEmbeddings(ItemEmbeddings.owning(encoder.size(), rows));
    }

    private static void encodeMissing(
            ItemFacts facts, TextEncoder encoder, EmbeddingCache cache, Threads threads, TrainingListener listener)
            throws IOException {
        TreeMap<String, String> missing = new TreeMap<>();
        for (int item = 0; item < facts.itemCount(); item++) {
            String synopsis = synopsis(facts, item);
            if (!synopsis.isEmpty() && cache.vector(cache.key(synopsis)) == null) {
                missing.put(cache.key(synopsis), synopsis);
            }
        }
        List<String> keys = List.copyOf(missing.keySet());
        int step = 0;
        for (int first = 0; first < keys.size(); first += TEXTS_A_STEP) {
            listener.progress("reading synopses", (double) first / keys.size());
            int begin = first;
            float[][] vectors = new float[Math.min(TEXTS_A_STEP, keys.size() - first)][];
            threads.run(
                    vectors.length, k -> vectors[k] = encoder.encode(missing.getOrDefault(keys.get(begin + k), "")));
            for (int k = 0; k < vectors.length; k++) {
                cache.put(keys.get(first + k), vectors[k]);
            }
            if (++step % STEPS_A_SAVE == 0) {
                cache.save();
            }
        }
        if (!keys.isEmpty()) {
            cache.save();
        }
    }

    private static String synopsis(ItemFacts facts, int item) {
        return facts.title(item).map(Title::synopsis).map(String::strip).orElse("");
    }
}
