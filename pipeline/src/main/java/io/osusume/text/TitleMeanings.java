package io.osusume.text;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.encoder.MiniLm;
import io.osusume.encoder.TextEncoder;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.registry.Meanings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What every title with a synopsis means, for searching by descriptions: the first passages of its
/// synopsis as sentence embeddings. Vectors are kept in a file and made once.
public final class TitleMeanings {
    private static final int PASSAGES = 3;
    private static final int PASSAGE_LETTERS = 250;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

    private TitleMeanings() {}

    /// The meanings of a catalogue's titles.
    ///
    /// @param cache the file of the vectors made so far; written when new ones come
    /// @param listener hears the progress, from the calling thread
    /// @throws io.osusume.encoder.EncoderException if the encoder does not run on this machine
    public static Meanings of(Catalogue catalogue, Path cache, Threads threads, TrainingListener listener)
            throws IOException {
        try (MiniLm encoder = new MiniLm()) {
            return of(catalogue, encoder, cache, threads, listener);
        }
    }

    static Meanings of(Catalogue catalogue, TextEncoder encoder, Path file, Threads threads, TrainingListener listener)
            throws IOException {
        List<String> texts = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (Title title : catalogue.titles()) {
            for (String passage : passages(title.synopsis())) {
                texts.add(passage);
                ids.add(title.itemId());
            }
        }
        EmbeddingCache cache = EmbeddingCache.open(file, encoder);
        EncodedTexts.encodeMissing(texts, "what titles are about", encoder, cache, threads, listener);
        float[] rows = new float[texts.size() * encoder.size()];
        for (int k = 0; k < texts.size(); k++) {
            float[] vector = Objects.requireNonNull(cache.vector(cache.key(texts.get(k))), "encoded above");
            System.arraycopy(vector, 0, rows, k * encoder.size(), encoder.size());
        }
        return Meanings.of(
                encoder.name(), ids.stream().mapToLong(Long::longValue).toArray(), rows);
    }

    /// The first passages of a synopsis: whole sentences, as many as fit.
    static List<String> passages(@Nullable String synopsis) {
        List<String> passages = new ArrayList<>();
        StringBuilder passage = new StringBuilder();
        String text = synopsis == null ? "" : synopsis.strip();
        for (String sentence : SENTENCE.split(text, -1)) {
            if (!passage.isEmpty() && passage.length() + sentence.length() > PASSAGE_LETTERS) {
                passages.add(passage.toString());
                passage.setLength(0);
            }
            passage.append(passage.isEmpty() ? "" : " ").append(sentence);
        }
        if (!passage.isEmpty()) {
            passages.add(passage.toString());
        }
        return List.copyOf(passages.subList(0, Math.min(PASSAGES, passages.size())));
    }
}
