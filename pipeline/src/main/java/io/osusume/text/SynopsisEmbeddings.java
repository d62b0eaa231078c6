package io.osusume.text;

import io.osusume.data.ItemEmbeddings;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import io.osusume.encoder.MiniLm;
import io.osusume.encoder.TextEncoder;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Adds what the synopses mean to the facts of the items: a sentence embedding each, none for items
/// without a synopsis. Encoding 16,000 synopses takes minutes, so every vector is kept in a file and
/// made once.
public final class SynopsisEmbeddings {
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
        List<String> texts = IntStream.range(0, facts.itemCount())
                .mapToObj(item -> synopsis(facts, item))
                .filter(synopsis -> !synopsis.isEmpty())
                .toList();
        EncodedTexts.encodeMissing(texts, "reading synopses", encoder, cache, threads, listener);
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

    private static String synopsis(ItemFacts facts, int item) {
        return facts.title(item).map(Title::synopsis).map(String::strip).orElse("");
    }
}
