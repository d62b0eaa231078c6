package io.osusume.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Title;
import io.osusume.encoder.MiniLm;
import io.osusume.encoder.TextEncoder;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.sample.SampleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynopsisEmbeddingsTest {
    @TempDir
    Path folder;

    private final AtomicInteger encoded = new AtomicInteger();

    /// Counts letters and words.
    private TextEncoder counting(String name) {
        return new TextEncoder() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int size() {
                return 2;
            }

            @Override
            public float[] encode(String text) {
                encoded.incrementAndGet();
                return new float[] {text.length(), text.split(" ", -1).length};
            }
        };
    }

    /// Three titles of the sample, and an item the catalogue lacks.
    private static ItemFacts facts() {
        List<Title> titles = SampleCatalogue.read().catalogue().titles().subList(0, 3);
        long[] ids = {
            titles.get(0).itemId(), titles.get(1).itemId(), titles.get(2).itemId(), 999_999
        };
        return ItemFacts.of(new Catalogue(titles, List.of()), IdIndex.of(ids));
    }

    private ItemFacts embedded(TextEncoder encoder) throws IOException {
        return SynopsisEmbeddings.addTo(
                facts(),
                encoder,
                folder.resolve("cache/synopses.safetensors"),
                new Threads(2),
                TrainingListener.SILENT);
    }

    @Test
    void everySynopsisIsEncodedOnceAndKept() throws IOException {
        float[] first = embedded(counting("a")).embeddings().orElseThrow().rows();
        assertEquals(3, encoded.get());
        assertEquals(1, Math.hypot(first[0], first[1]), 1e-6);
        assertArrayEquals(new float[] {0, 0}, new float[] {first[6], first[7]}); // the item without a title

        float[] second = embedded(counting("a")).embeddings().orElseThrow().rows();
        assertEquals(3, encoded.get());
        assertArrayEquals(first, second);
    }

    @Test
    void vectorsOfAnotherEncoderAreNotTaken() throws IOException {
        embedded(counting("a"));
        embedded(counting("b"));
        assertEquals(6, encoded.get());
    }

    @Test
    void aDamagedFileIsMadeAnew() throws IOException {
        embedded(counting("a"));
        Files.writeString(folder.resolve("cache/synopses.safetensors"), "not tensors");
        embedded(counting("a"));
        assertEquals(6, encoded.get());
        embedded(counting("a"));
        assertEquals(6, encoded.get());
    }

    @Test
    void textsOfLikeMeaningHaveLikeVectors() {
        try (MiniLm encoder = new MiniLm()) {
            float[] notebook = encoder.encode("A student finds a notebook that kills whoever is named in it.");
            float[] diary = encoder.encode("Who is written into the deadly book must die; a schoolboy owns it.");
            float[] band = encoder.encode("Five girls start a band at their school and drink a lot of tea.");
            assertEquals(encoder.size(), notebook.length);
            assertTrue(
                    cosine(notebook, diary) > cosine(notebook, band) + 0.2,
                    cosine(notebook, diary) + " and " + cosine(notebook, band));
        }
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double lengths = 0;
        double others = 0;
        for (int k = 0; k < a.length; k++) {
            product += (double) a[k] * b[k];
            lengths += (double) a[k] * a[k];
            others += (double) b[k] * b[k];
        }
        return product / Math.sqrt(lengths * others);
    }
}
