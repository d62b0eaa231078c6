package io.osusume.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.AgeRating;
import io.osusume.data.SharedData;
import io.osusume.drift.DriftFiles;
import io.osusume.recommend.Admission;
import io.osusume.recommend.Ask;
import io.osusume.recommend.Filter;
import io.osusume.recommend.RatedItem;
import io.osusume.recommend.RecommendException;
import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.TwoWorlds;
import io.osusume.serving.ModelSource;
import io.osusume.serving.ModelState;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics("1.2.3");

    private String text() {
        return metrics.scrape(null).text();
    }

    /// The value of a series as it stands in the text.
    private String value(String series) {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElse("absent");
    }

    @Test
    void requestsAreCountedByRouteClassAndStatus() {
        Running one = metrics.begins(new Work.Request("GET", ""));
        Running other = metrics.begins(new Work.Request("POST", ""));
        assertEquals("2.0", value("osusume_http_in_flight"));
        one.ended(new Outcome.Answered("/titles/{id}", 200));
        other.ended(new Outcome.Answered("/api/v1/recommendations", 429));

        assertEquals("0.0", value("osusume_http_in_flight"));
        assertEquals(
                "1", value("osusume_http_request_seconds_count{method=\"GET\",route=\"/titles/{id}\",status=\"2xx\"}"));
        assertEquals(
                "1",
                value("osusume_http_request_seconds_bucket{method=\"GET\",route=\"/titles/{id}\",status=\"2xx\","
                        + "le=\"+Inf\"}"));
        assertEquals("1.0", value("osusume_http_responses_total{status=\"429\"}"));
        assertEquals("1.0", value("osusume_http_rate_limited_total"));
    }

    @Test
    void theWorkBehindRequestsIsTimedByItsOutcome() {
        metrics.begins(new Work.Scoring("recommend", "m")).ended(Outcome.DONE);
        metrics.begins(new Work.StoreUse(Work.Access.WRITE, "sqlite")).ended(new Outcome.Failed("full"));
        metrics.begins(new Work.ListImport("AniList")).ended(new Outcome.Failed("private_list"));
        metrics.begins(new Work.ModelLoad("a", false)).ended(Outcome.DONE);
        metrics.begins(new Work.ModelLoad("b", true)).ended(Outcome.DONE);
        metrics.begins(new Work.ModelLoad("c", true)).ended(new Outcome.Failed("refused"));

        assertEquals("1", value("osusume_question_seconds_count{outcome=\"ok\",question=\"recommend\"}"));
        assertEquals("1", value("osusume_store_seconds_count{access=\"write\",outcome=\"full\"}"));
        assertEquals("1.0", value("osusume_store_failures_total{kind=\"full\"}"));
        assertEquals("1", value("osusume_list_import_seconds_count{outcome=\"private_list\",service=\"AniList\"}"));
        assertEquals("2", value("osusume_model_load_seconds_count{outcome=\"ok\"}"));
        assertEquals("1", value("osusume_model_load_seconds_count{outcome=\"refused\"}"));
        assertEquals("1.0", value("osusume_model_swaps_total"));
    }

    @Test
    void theQueueAndTheModelAreThoseOfTheMoment() throws InterruptedException {
        Admission admission = new Admission(1, 0, Duration.ofSeconds(1), metrics);
        AtomicReference<ModelState> state = new AtomicReference<>(new ModelState.Missing("none", "train"));
        ModelSource source = state::get;
        metrics.watch(admission);
        metrics.watch(source, () -> true);
        assertFalse(text().contains("osusume_model_info{"), text());
        assertEquals("1.0", value("osusume_champion_refused"));
        assertEquals("0.0", value("osusume_admission_working"));

        state.set(new ModelState.Ready(new RecommendationService(TwoWorlds.loaded())));
        admission.admit(() -> {
            assertEquals("1.0", value("osusume_admission_working"));
            Thread refused = Thread.startVirtualThread(() -> {
                try {
                    admission.admit(() -> 0);
                } catch (RecommendException busy) {
                    // as it must be
                }
            });
            try {
                refused.join();
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
            return 0;
        });

        assertEquals("1", value("osusume_model_info{family=\"hybrid\",model=\"hybrid-1\"}"));
        assertEquals("1.0", value("osusume_admission_refused_total"));
        assertEquals("1", value("osusume_admission_wait_seconds_count{outcome=\"busy\"}"));
    }

    @Test
    void whatAFilterTakesOutOfAPageIsCountedByItsRule() {
        RecommendationService service =
                new RecommendationService(TwoWorlds.loaded(), Clock.systemUTC(), Admission.open(), metrics);
        List<RatedItem> mecha = List.of(new RatedItem(1, 10), new RatedItem(2, 9), new RatedItem(3, 9));

        service.recommend(Ask.of(mecha, 5));
        assertEquals("absent", value("osusume_filtered_titles_total{rule=\"genre\"}"));
        assertEquals("1", value("osusume_filtered_titles_per_page_count"));

        Filter romance = new Filter(
                Set.of(),
                Set.of("Romance"),
                Set.of(),
                0,
                0,
                0,
                0,
                0,
                Set.of(),
                0,
                Double.NaN,
                false,
                AgeRating.MILD_NUDITY);
        service.recommend(Ask.of(mecha, 5).withFilter(romance));
        double filtered = Double.parseDouble(value("osusume_filtered_titles_total{rule=\"genre\"}"));
        assertTrue(filtered >= 5, "the five of the first page at least: " + filtered);
        assertTrue(filtered <= 37, "the 40 of the genre but the three of the list: " + filtered);
    }

    @Test
    void theVersionAndTheJvmAreThere() {
        assertEquals("1", value("osusume_build_info{version=\"1.2.3\"}"));
        for (String name :
                List.of("jvm_memory_used_bytes{", "jvm_gc_collection_seconds_count{", "jvm_threads_current ")) {
            assertTrue(text().contains("\n" + name), name);
        }
    }

    @Test
    void everyMetricSaysWhatItIs() {
        metrics.filtered(Map.of("age", 1));
        List<String> ours = text().lines()
                .filter(line -> line.startsWith("# HELP osusume_"))
                .toList();
        assertTrue(ours.size() >= 5, ours::toString);
        ours.forEach(line -> assertTrue(line.split(" ", 4)[3].length() > 15, line));
    }

    @Test
    void thePageForOperatorsNamesEveryMetricAndNoOther() throws IOException {
        metrics.watch(Admission.open());
        metrics.watch(ModelSource.fixed(new RecommendationService(TwoWorlds.loaded())), () -> false);
        metrics.begins(new Work.Request("GET", "")).ended(new Outcome.Answered("/", 200));
        for (Work work : List.of(
                new Work.Waiting(),
                new Work.Scoring("recommend", "m"),
                new Work.StoreUse(Work.Access.READ, "sqlite"),
                new Work.ListImport("file"),
                new Work.ModelLoad("m", true))) {
            metrics.begins(work).ended(new Outcome.Failed("busy"));
        }
        metrics.filtered(Map.of("age", 1));
        assertEquals("absent", value("osusume_drift_psi{feature=\"scores\"}"));
        metrics.watchDrift(() -> Optional.of(
                new DriftFiles.Newest(new TreeMap<>(Map.of("scores", .125)), .02, Instant.ofEpochSecond(60))));
        assertEquals("0.125", value("osusume_drift_psi{feature=\"scores\"}"));
        assertEquals("60.0", value("osusume_drift_report_time_seconds"));

        Set<String> served = names("(?m)^# TYPE (osusume_\\w+) ", text());
        String page = Files.readString(SharedData.projectRoot().resolve("docs/operations.md"));
        String table = page.substring(page.indexOf("| metric | kind |"), page.indexOf("Queries to begin with"));
        assertEquals(served, names("`(osusume_\\w+)`", table));
        assertTrue(served.containsAll(names("\\b(osusume_\\w+?)(?:_bucket|_count)?\\b", page)), "also in the queries");
    }

    private static Set<String> names(String pattern, String text) {
        Set<String> names = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    @Test
    void theyAreServedOnAPortOfTheirOwnAndNothingElseIs() throws Exception {
        try (MetricsServer server = MetricsServer.start("127.0.0.1", 0, metrics);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = get(client, server, "/metrics", "text/plain");
            assertEquals(200, page.statusCode());
            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElse("none"));
            assertTrue(page.body().contains("osusume_build_info{version=\"1.2.3\"} 1\n"), page.body());
            assertTrue(page.headers().firstValue("Server").isEmpty());

            HttpResponse<String> open =
                    get(client, server, "/metrics", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
            assertTrue(open.body().endsWith("# EOF\n"), open.body());
            assertEquals(404, get(client, server, "/", "*/*").statusCode());
            assertEquals(
                    404, get(client, server, "/metrics/../api/v1/model", "*/*").statusCode());
        }
    }

    private static HttpResponse<String> get(HttpClient client, MetricsServer server, String path, String accept)
            throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", accept).build(), BodyHandlers.ofString());
    }
}
