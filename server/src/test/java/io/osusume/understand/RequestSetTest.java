package io.osusume.understand;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.sample.SampleCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// How many requests of fans are understood wholly: every field right, none too many.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestSetTest {
    private final Catalogue catalogue = SampleCatalogue.read().catalogue();
    private final Understanding understanding =
            UnderstandingTest.of(catalogue);
    private final List<RequestSet.Example> examples = RequestSet.read();

    RequestSetTest() throws IOException {}


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
        assertTrue(exact(true) >= 0.94);
    }

    @Test
    void mostRequestsNobodyTunedOnAreUnderstoodExactly() {
        assertTrue(exact(false) >= 0.94);
    }
}
