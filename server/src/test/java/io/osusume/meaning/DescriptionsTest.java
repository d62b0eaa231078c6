package io.osusume.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Catalogue;
import io.osusume.kernel.Threads;
import io.osusume.meaning.MeaningSearch.Ways;
import io.osusume.model.TrainingListener;
import io.osusume.registry.Meanings;
import io.osusume.sample.SampleCatalogue;
import io.osusume.text.TitleMeanings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 179 descriptions in words of our own, written before any was searched, each with the titles it
/// means, on the titles that come with the program. Those with an even CRC-32 are for tuning.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescriptionsTest {
    private static final int SHOWN = 10;

    private final Catalogue catalogue = SampleCatalogue.read().catalogue();
    private final QueryEncoder encoder = new QueryEncoder();
    private final List<Query> queries = read();
    private final Meanings meanings;
    private final MeaningSearch search;

    private record Query(String text, List<Long> titles) {
        boolean forTuning() {
            CRC32 crc = new CRC32();
            crc.update(text.getBytes(StandardCharsets.UTF_8));
            return crc.getValue() % 2 == 0;
        }
    }

    private record Figures(int count, double recall, double reciprocalRank) {}

    DescriptionsTest(@TempDir Path folder) throws IOException {
        meanings = TitleMeanings.of(
                catalogue, folder.resolve("meanings.safetensors"), new Threads(2), TrainingListener.SILENT);
        search = new MeaningSearch(catalogue, () -> Optional.of(meanings), encoder);
    }

    private static List<Query> read() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Path file = Path.of(Objects.requireNonNull(DescriptionsTest.class.getResource("queries.jsonl"))
                .getPath());
        return Files.readString(file)
                .lines()
                .map(json::readTree)
                .map(DescriptionsTest::query)
                .toList();
    }

    private static Query query(JsonNode line) {
        return new Query(
                line.get("query").asString(),
                line.get("titles").valueStream().map(JsonNode::asLong).toList());
    }

    private Figures figures(boolean tuning, Ways ways) {
        double recall = 0;
        double reciprocal = 0;
        int count = 0;
        for (Query query : queries) {
            if (query.forTuning() != tuning) {
                continue;
            }
            List<Long> found = search.search(query.text(), SHOWN, _ -> true, ways).stream()
                    .map(hit -> hit.title().itemId())
                    .toList();
            count++;
            recall += found.stream().filter(query.titles()::contains).count()
                    / (double) Math.min(SHOWN, query.titles().size());
            int first = (int)
                    found.stream().takeWhile(id -> !query.titles().contains(id)).count();
            reciprocal += first < found.size() ? 1.0 / (first + 1) : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "sample, %s, %s: Recall@10 %.3f, MRR %.3f of %d queries%n",
                tuning ? "tuning" : "test",
                ways,
                recall / count,
                reciprocal / count,
                count);
        return new Figures(count, recall / count, reciprocal / count);
    }

    @Test
    void wordsAndMeaningTogetherFindMoreThanEitherAlone() {
        assertTrue(queries.size() >= 150);
        for (boolean tuning : new boolean[] {true, false}) {
            Figures words = figures(tuning, Ways.WORDS);
            Figures meaning = figures(tuning, Ways.MEANING);
            Figures both = figures(tuning, Ways.BOTH);
            Figures all = figures(tuning, Ways.ALL);
            assertTrue(both.recall() > Math.max(words.recall(), meaning.recall()));
            assertTrue(both.reciprocalRank() > Math.max(words.reciprocalRank(), meaning.reciprocalRank()));
            assertTrue(all.recall() >= 0.93 && all.reciprocalRank() >= 0.9);
        }
    }

    @Test
    void withoutMeaningsWordsAreSearched() {
        MeaningSearch words = new MeaningSearch(catalogue, Optional::empty, encoder);
        assertFalse(words.knowsMeanings());
        assertEquals(
                search.search("boxing", 5, _ -> true, Ways.WORDS).stream()
                        .map(MeaningHit::title)
                        .toList(),
                words.search("boxing", 5, _ -> true, Ways.BOTH).stream()
                        .map(MeaningHit::title)
                        .toList());
    }

    @Test
    void meaningsOfAnotherEncoderAreNotCompared() {
        Meanings others = Meanings.of("letters", new long[] {1}, new float[] {1});
        MeaningSearch words = new MeaningSearch(catalogue, () -> Optional.of(others), encoder);
        assertEquals(
                263, words.search("boxing", 1, _ -> true).getFirst().title().itemId());
    }

    @Test
    void nothingIsFoundForWordsNoTitleHas() {
        assertEquals(List.of(), search.search("zzzz", 5, _ -> true));
        assertEquals(List.of(), search.search("", 5, _ -> true));
    }

    @Test
    void onlyWhatIsAllowedIsFound() {
        assertTrue(search.search("vampires", 10, title -> title.year() > 2010).stream()
                .allMatch(hit -> hit.title().year() > 2010));
    }
}
