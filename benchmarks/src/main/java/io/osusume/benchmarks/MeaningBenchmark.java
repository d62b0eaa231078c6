package io.osusume.benchmarks;

import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.Catalogue;
import io.osusume.encoder.MiniLm;
import io.osusume.kernel.Threads;
import io.osusume.meaning.MeaningSearch;
import io.osusume.meaning.MeaningSearch.Ways;
import io.osusume.meaning.QueryEncoder;
import io.osusume.model.TrainingListener;
import io.osusume.registry.Meanings;
import io.osusume.sample.SampleCatalogue;
import io.osusume.search.TitleSearch;
import io.osusume.text.TitleMeanings;
import io.osusume.understand.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Searching by descriptions, by words alone, by meaning alone, and by both: what is found of the
/// titles that our queries mean, and how long a query and a request to understand take.
///
/// Arguments: a folder with anime.csv[.zip] and anime_with_synopsis.csv[.zip] for a real catalogue
/// (without it, the sample), and a file that keeps the vectors.
public final class MeaningBenchmark {
    private static final Path QUERIES = Path.of("server/src/test/resources/io/osusume/meaning/queries.jsonl");
    private static final Path REQUESTS = Path.of("server/src/test/resources/io/osusume/understand/requests.jsonl");
    private static final int SHOWN = 10;
    private static final int WARM_UP = 3;

    private MeaningBenchmark() {}

    private record Query(String text, List<Long> titles) {
        boolean forTuning() {
            CRC32 crc = new CRC32();
            crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return crc.getValue() % 2 == 0;
        }
    }

    /// Prints the figures.
    public static void main(String[] arguments) throws IOException {
        boolean real = arguments.length > 0;
        Catalogue catalogue = real
                ? CatalogueCsv.readFolder(Path.of(arguments[0]))
                : SampleCatalogue.read().catalogue();
        Path cache = Path.of(arguments.length > 1 ? arguments[1] : "artifacts/cache/meanings.safetensors");
        long begin = System.nanoTime();
        try (MiniLm encoder = new MiniLm()) {
            encoder.encode("a first query");
        }
        System.out.printf(Locale.ROOT, "the encoder read, and a first query encoded: %.2f s%n", seconds(begin));
        begin = System.nanoTime();
        Meanings meanings = TitleMeanings.of(
                catalogue, cache, new Threads(Runtime.getRuntime().availableProcessors()), TrainingListener.SILENT);
        System.out.printf(
                Locale.ROOT,
                "%d titles, %d passages, in %.1f s%n",
                catalogue.titles().size(),
                meanings.count(),
                seconds(begin));
        begin = System.nanoTime();
        MeaningSearch search = new MeaningSearch(catalogue, () -> Optional.of(meanings), new QueryEncoder());
        search.prepare();
        System.out.printf(Locale.ROOT, "index of words: %.2f s%n", seconds(begin));
        List<Query> queries = queries();
        for (boolean tuning : new boolean[] {true, false}) {
            for (Ways ways : Ways.values()) {
                print(tuning, ways, queries, search);
            }
        }
        times(
                "a query by both",
                queries.stream().map(Query::text).toList(),
                text -> search.search(text, SHOWN, _ -> true));
        Understanding understanding = new Understanding(catalogue, new TitleSearch(catalogue), search::titlesWith);
        times("a request understood", requests(), understanding::read);
    }

    private static void print(boolean tuning, Ways ways, List<Query> queries, MeaningSearch search) {
        double recall = 0;
        double reciprocal = 0;
        int count = 0;
        for (Query query : queries) {
            if (query.forTuning() == tuning) {
                List<Long> found = search.search(query.text, SHOWN, _ -> true, ways).stream()
                        .map(hit -> hit.title().itemId())
                        .toList();
                int first = (int) found.stream()
                        .takeWhile(id -> !query.titles.contains(id))
                        .count();
                recall += found.stream().filter(query.titles::contains).count()
                        / (double) Math.min(SHOWN, query.titles.size());
                reciprocal += first < found.size() ? 1.0 / (first + 1) : 0;
                count++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-6s %-7s Recall@10 %.3f  MRR %.3f  (%d queries)%n",
                tuning ? "tuning" : "test",
                ways,
                recall / count,
                reciprocal / count,
                count);
    }

    private static void times(String what, List<String> texts, java.util.function.Consumer<String> work) {
        for (int round = 0; round < WARM_UP; round++) {
            texts.forEach(work);
        }
        double[] millis = texts.stream()
                .mapToDouble(text -> {
                    long begin = System.nanoTime();
                    work.accept(text);
                    return 1e3 * seconds(begin);
                })
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: mean %.2f ms, median %.2f ms, 95th percentile %.2f ms%n",
                what,
                Arrays.stream(millis).average().orElse(Double.NaN),
                millis[millis.length / 2],
                millis[millis.length * 95 / 100]);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        return Files.readString(file).lines().map(json::readTree).toList();
    }

    private static List<Query> queries() throws IOException {
        return lines(QUERIES).stream()
                .map(line -> new Query(
                        line.get("query").asString(),
                        line.get("titles").valueStream().map(JsonNode::asLong).toList()))
                .toList();
    }

    private static List<String> requests() throws IOException {
        return lines(REQUESTS).stream().map(line -> line.get("text").asString()).toList();
    }
}
