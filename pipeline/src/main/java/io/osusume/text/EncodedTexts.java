package io.osusume.text;

import io.osusume.encoder.TextEncoder;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Encodes texts whose vectors are not kept yet, saving now and then: it may take minutes.
final class EncodedTexts {
    private static final int TEXTS_A_STEP = 256;
    private static final int STEPS_A_SAVE = 8;

    private EncodedTexts() {}

    /// Encodes what the cache lacks.
    ///
    /// @param what is done, for the progress, which is heard from the calling thread
    static void encodeMissing(
            Collection<String> texts,
            String what,
            TextEncoder encoder,
            EmbeddingCache cache,
            Threads threads,
            TrainingListener listener)
            throws IOException {
        TreeMap<String, String> missing = new TreeMap<>();
        for (String text : texts) {
            if (cache.vector(cache.key(text)) == null) {
                missing.put(cache.key(text), text);
            }
        }
        List<String> keys = List.copyOf(missing.keySet());
        int step = 0;
        for (int first = 0; first < keys.size(); first += TEXTS_A_STEP) {
            listener.progress(what, (double) first / keys.size());
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
}
