package io.osusume.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.data.Title;
import io.osusume.encoder.TextEncoder;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingListener;
import io.osusume.registry.Meanings;
import io.osusume.sample.SampleCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleMeaningsTest {
    private static final String SENTENCE =
            "Somebody walks a long way to a far town and meets a great many people there.";

    @TempDir
    Path folder;

    private final AtomicInteger encoded = new AtomicInteger();

    private final TextEncoder letters = new TextEncoder() {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public float[] encode(String text) {
            encoded.incrementAndGet();
            return new float[] {text.length(), 1};
        }
    };

    private Meanings meanings(Catalogue catalogue) throws IOException {
        return TitleMeanings.of(
                catalogue, letters, folder.resolve("meanings.safetensors"), new Threads(2), TrainingListener.SILENT);
    }

    @Test
    void passagesAreWholeSentencesAsManyAsFit() {
        assertEquals(List.of(), TitleMeanings.passages(null));
        assertEquals(List.of(), TitleMeanings.passages("  "));
        assertEquals(List.of("One. Two!"), TitleMeanings.passages("One.  Two!"));
        String three = String.join(" ", SENTENCE, SENTENCE, SENTENCE);
        assertEquals(
                List.of(three, three, three), TitleMeanings.passages(String.join(" ", three, three, three, three)));
    }

    @Test
    void everyPassageIsEncodedOnceAndKept() throws IOException {
        List<Title> titles = SampleCatalogue.read().catalogue().titles().subList(0, 5);
        Meanings first = meanings(new Catalogue(titles, List.of()));
        int passages = encoded.get();
        assertTrue(passages >= 5);
        assertEquals(passages, first.count());
        assertEquals("letters", first.encoder());

        meanings(new Catalogue(titles, List.of()));
        assertEquals(passages, encoded.get());
    }
}
