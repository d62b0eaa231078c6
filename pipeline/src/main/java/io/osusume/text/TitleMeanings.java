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
import java.util.List;
import java.util.Objects;

/// What every title with a synopsis means, for searching by descriptions: its genres and the begin of
/// its synopsis as a sentence embedding. Vectors are kept in a file and made once.
public final class TitleMeanings {
    /// What follows says more and more of less and less, and encoding time grows with it.
    private static final int LONGEST = 700;

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
        List<Title> titles = catalogue.titles().stream()
                .filter(title -> title.synopsis() != null && !title.synopsis().isBlank())
                .toList();
        EmbeddingCache cache = EmbeddingCache.open(file, encoder);
        List<String> texts = titles.stream().map(TitleMeanings::text).toList();
        EncodedTexts.encodeMissing(texts, "what titles are about", encoder, cache, threads, listener);
        float[] rows = new float[titles.size() * encoder.size()];
        for (int k = 0; k < texts.size(); k++) {
            float[] vector = Objects.requireNonNull(cache.vector(cache.key(texts.get(k))), "encoded above");
            System.arraycopy(vector, 0, rows, k * encoder.size(), encoder.size());
        }
        long[] ids = titles.stream().mapToLong(Title::itemId).toArray();
        return Meanings.of(encoder.name(), ids, rows);
    }

    /// What of a title is encoded.
    static String text(Title title) {
        String synopsis = String.valueOf(title.synopsis()).strip();
        if (synopsis.length() > LONGEST) {
            int end = synopsis.lastIndexOf(' ', LONGEST);
            synopsis = synopsis.substring(0, end > 0 ? end : LONGEST);
        }
        return synopsis + " " + String.join(", ", title.genres());
    }
}
