package io.osusume.understand;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.data.SharedData;
import io.osusume.sample.SampleCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How many requests of fans are understood wholly: every field right, none too many.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSetTest {
    private final Catalogue catalogue = SampleCatalogue.read().catalogue();
    private final Understanding understanding = UnderstandingTest.of(catalogue);
    private final List<RequestSet.Example> examples = RequestSet.read("requests.jsonl");
    private final List<RequestSet.Example> strangers = RequestSet.read("strangers.jsonl");

    RequestSetTest() throws IOException {}

    private double exact(Understanding understanding, String titles, boolean tuning) {
        return exact(understanding, examples, titles, tuning);
    }

    private static double exact(
            Understanding understanding, List<RequestSet.Example> examples, String titles, boolean tuning) {
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
                "understood exactly, %s, %s: %d of %d (%.3f); mistakes by field: %s%n",
                titles,
                tuning ? "tuning" : "test",
                right,
                all,
                right / (double) all,
                kinds);
        return right / (double) all;
    }

    @Test
    void mostRequestsTunedOnAreUnderstoodExactly() {
        assertTrue(exact(understanding, "sample", true) >= 0.97);
    }

    @Test
    void mostRequestsNobodyTunedOnAreUnderstoodExactly() {
        assertTrue(exact(understanding, "sample", false) >= 0.94);
    }

    @Test
    void mostRequestsOfStrangersAreUnderstoodExactly() {
        exact(understanding, strangers, "sample, strangers", true);
        exact(understanding, strangers, "sample, strangers", false);
    }

    /// Among forty times as many titles, far more words are names.
    @Test
    @Tag("shared")
    void mostRequestsAreUnderstoodExactlyAmongAllTitlesOf2020() throws IOException {
        Understanding real = UnderstandingTest.of(CatalogueCsv.readFolder(Objects.requireNonNull(
                SharedData.file("data/mal-2020/anime.csv.zip").getParent())));
        assertTrue(exact(real, "all titles of 2020", true) >= 0.9);
        assertTrue(exact(real, "all titles of 2020", false) >= 0.9);
    }
}
