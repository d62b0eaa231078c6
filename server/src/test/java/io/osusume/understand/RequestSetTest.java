package io.osusume.understand;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.sample.SampleCatalogue;
import io.osusume.search.TitleSearch;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How many requests of fans are understood wholly: every field right, none too many.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSetTest {
    private final Catalogue catalogue = SampleCatalogue.read().catalogue();
    private final Understanding understanding =
            new Understanding(catalogue, new TitleSearch(catalogue), words(catalogue)::contains);
    private final List<RequestSet.Example> examples = RequestSet.read();

    RequestSetTest() throws IOException {}

    private static Set<String> words(Catalogue catalogue) {
        Set<String> words = new HashSet<>();
        catalogue
                .titles()
                .forEach(title -> words.addAll(Arrays.asList(String.valueOf(title.synopsis())
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+"))));
        return words;
    }

    private double exact(boolean tuning) {
        int right = 0;
        int all = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        for (RequestSet.Example example : examples) {
            if (example.forTuning() == tuning) {
                all++;
                Map<String, String> mistakes = example.mistakes(understanding);
                right += mistakes.isEmpty() ? 1 : 0;
                mistakes.keySet().forEach(field -> kinds.merge(field, 1, Integer::sum));
                if (tuning && !mistakes.isEmpty()) {
                    System.out.println("  " + example.after() + " >> " + example.text() + ": " + mistakes);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "understood exactly, %s: %d of %d (%.3f); mistakes by field: %s%n",
                tuning ? "tuning" : "test",
                right,
                all,
                right / (double) all,
                kinds);
        return right / (double) all;
    }

    @Test
    void mostRequestsTunedOnAreUnderstoodExactly() {
        assertTrue(exact(true) >= 0.5);
    }

    @Test
    void mostRequestsNobodyTunedOnAreUnderstoodExactly() {
        assertTrue(exact(false) >= 0.5);
    }
}
