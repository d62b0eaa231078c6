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
    private final List<RequestSet.Example> requests = RequestSet.read("requests.jsonl");
    private final List<RequestSet.Example> tuning = half(true);
    private final List<RequestSet.Example> test = half(false);
    private final List<RequestSet.Example> strangers = RequestSet.read("strangers.jsonl");
    private final List<RequestSet.Example> later = RequestSet.read("later.jsonl");
    private final List<RequestSet.Example> more = RequestSet.read("more.jsonl");
    private final List<RequestSet.Example> sloppy = RequestSet.read("sloppy.jsonl");
    private final List<RequestSet.Example> chatty = RequestSet.read("chatty.jsonl");

    RequestSetTest() throws IOException {}

    private List<RequestSet.Example> half(boolean forTuning) {
        return requests.stream().filter(each -> each.forTuning() == forTuning).toList();
    }

    /// The share of requests that are understood wholly.
    ///
    /// @param shown whether the mistakes may be looked at
    private static double exact(
            Understanding understanding, List<RequestSet.Example> examples, String what, boolean shown) {
        int right = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        for (RequestSet.Example example : examples) {
            Map<String, String> mistakes = example.mistakes(understanding);
            right += mistakes.isEmpty() ? 1 : 0;
            mistakes.keySet().forEach(field -> kinds.merge(field, 1, Integer::sum));
            if (shown && !mistakes.isEmpty()) {
                System.out.println("  " + example.after() + " >> " + example.text() + ": " + mistakes);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "understood exactly, %s: %d of %d (%.3f); mistakes by field: %s%n",
                what,
                right,
                examples.size(),
                right / (double) examples.size(),
                kinds);
        return right / (double) examples.size();
    }

    @Test
    void mostRequestsTunedOnAreUnderstoodExactly() {
        assertTrue(exact(understanding, tuning, "sample, tuning", true) >= 0.97);
        assertTrue(exact(understanding, strangers, "sample, strangers (tuned on since)", true) >= 0.94);
        assertTrue(exact(understanding, more, "sample, more (tuned on)", true) >= 0.97);
        assertTrue(exact(understanding, sloppy, "sample, sloppy (tuned on)", true) >= 0.97);
    }

    @Test
    void mostRequestsNobodyTunedOnAreUnderstoodExactly() {
        assertTrue(exact(understanding, test, "sample, test", false) >= 0.97);
        assertTrue(exact(understanding, later, "sample, later", false) >= 0.9);
        assertTrue(exact(understanding, chatty, "sample, chatty", false) >= 0.81);
    }

    /// Among forty times as many titles, far more words are names, and more words describe.
    @Test
    @Tag("shared")
    void mostRequestsAreUnderstoodExactlyAmongAllTitlesOf2020() throws IOException {
        Understanding real = UnderstandingTest.of(CatalogueCsv.readFolder(Objects.requireNonNull(
                SharedData.file("data/mal-2020/anime.csv.zip").getParent())));
        assertTrue(exact(real, tuning, "all titles of 2020, tuning", true) >= 0.96);
        assertTrue(exact(real, test, "all titles of 2020, test", false) >= 0.96);
        assertTrue(exact(real, strangers, "all titles of 2020, strangers (tuned on since)", true) >= 0.94);
        assertTrue(exact(real, more, "all titles of 2020, more (tuned on)", true) >= 0.97);
        assertTrue(exact(real, sloppy, "all titles of 2020, sloppy (tuned on)", true) >= 0.97);
        assertTrue(exact(real, chatty, "all titles of 2020, chatty", false) >= 0.79);
        assertTrue(exact(real, later, "all titles of 2020, later", false) >= 0.89);
    }
}
