package io.osusume.tracking.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.tracking.OpenRun;
import io.osusume.tracking.RecordingListener;
import io.osusume.tracking.RunStore;
import io.osusume.tracking.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Runs brought to a real MLflow server.
@Tag("python")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlflowDeliveryTest {
    private static final Retries QUICK =
            new Retries(Duration.ofSeconds(30), 2, Duration.ofMillis(10), Duration.ofSeconds(2));

    private Path folder;
    private MlflowServer mlflow;
    private MlflowTracker tracker;
    private RunStore store;
    private Delivery delivery;

    @BeforeAll
    void start(@TempDir Path place) throws IOException, InterruptedException {
        folder = place;
        mlflow = MlflowServer.start(folder);
        tracker = new MlflowTracker(mlflow.address(), "anime", "anime-recommender", "", 7, QUICK);
        store = new RunStore(folder);
        delivery = new Delivery(store, tracker, 1_000_000);
    }

    @AfterAll
    void stop() {
        if (mlflow != null) {
            tracker.close();
            mlflow.close();
        }
    }

    private String trained(String version) throws IOException {
        Path model = Files.createDirectories(folder.resolve("models").resolve(version));
        Files.writeString(model.resolve("model.safetensors"), "weights of " + version);
        Manifest.of("model", Instant.EPOCH).writeTo(model);
        try (OpenRun run = SampleRuns.begin(folder, "train", "net", RecordingListener.SILENT)) {
            run.parameters(Map.of("embedding-size", "128", "long", "x".repeat(7000)));
            for (int epoch = 1; epoch <= 5; epoch++) {
                run.metrics(epoch, Map.of("loss", 1. / epoch, "validation-loss", 2. / epoch));
            }
            run.metrics(6, Map.of("loss", Double.NaN));
            run.figures(Map.of("validation-ndcg@10", .5));
            run.data(Map.of("version", version));
            run.artifact("model", model);
            run.finish();
            return run.id();
        }
    }

    private JsonNode only(String id) throws IOException, InterruptedException {
        String experiment = mlflow.get("experiments/get-by-name", Map.of("experiment_name", "anime"))
                .at("/experiment/experiment_id")
                .asString();
        JsonNode found = mlflow.post(
                "runs/search",
                "{\"experiment_ids\": [\"" + experiment + "\"], \"filter\": \"tags.`osusume.run` = '" + id + "'\"}");
        assertEquals(1, found.path("runs").size(), found.toPrettyString());
        return found.at("/runs/0");
    }

    private static Map<String, String> words(JsonNode list) {
        Map<String, String> words = new TreeMap<>();
        list.forEach(each ->
                words.put(each.path("key").asString(), each.path("value").asString()));
        return words;
    }

    @Test
    void everythingOfARunArrivesAndItsModelIsAVersion() throws Exception {
        String id = trained("net-1");
        assertTrue(delivery.deliver(id).complete());
        JsonNode run = only(id);
        assertEquals("FINISHED", run.at("/info/status").asString());
        assertEquals(id, run.at("/info/run_name").asString());
        assertEquals("128", words(run.at("/data/params")).get("embedding-size"));
        assertEquals(
                6000, String.valueOf(words(run.at("/data/params")).get("long")).length());
        assertEquals("1a2b3c4", words(run.at("/data/tags")).get("mlflow.source.git.commit"));
        assertTrue(words(run.at("/data/metrics")).containsKey("validation-ndcg_at_10"));
        String runId = run.at("/info/run_id").asString();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), steps(runId, "loss"));
        String place = run.at("/info/artifact_uri").asString().substring("mlflow-artifacts:".length());
        assertEquals(
                "weights of net-1",
                mlflow.text("/api/2.0/mlflow-artifacts/artifacts" + place + "/model/model.safetensors"));

        assertTrue(tracker.champion("net-1"));
        assertFalse(tracker.champion("net-0"), "a version that is not there");
        JsonNode champion =
                mlflow.get("registered-models/alias", Map.of("name", "anime-recommender", "alias", "champion"));
        assertEquals("net-1", champion.at("/model_version/description").asString());
        assertEquals(runId, champion.at("/model_version/run_id").asString());
        assertTrue(delivery.deliver(trained("net-2")).complete());
        assertTrue(tracker.champion("net-2"), "the alias moves");
        assertEquals(
                "net-2",
                mlflow.get("registered-models/alias", Map.of("name", "anime-recommender", "alias", "champion"))
                        .at("/model_version/description")
                        .asString());
    }

    private List<Long> steps(String runId, String metric) throws IOException, InterruptedException {
        List<Long> steps = new ArrayList<>();
        mlflow.get("metrics/get-history", Map.of("run_id", runId, "metric_key", metric))
                .path("metrics")
                .forEach(each -> steps.add(each.path("step").asLong()));
        return steps;
    }

    @Test
    void whatWasTakenWithoutAnAnswerIsNotMadeTwice() throws Exception {
        String id = trained("net-3");
        delivery.deliver(id);
        Path noted = DeliveryState.file(store.folder(id), "mlflow");
        DeliveryState state = DeliveryState.read(store.folder(id), "mlflow", tracker.address());
        new DeliveryState(state.address(), "", true, 0, state.lines(), 0, new TreeMap<>(), new TreeMap<>(), false, "")
                .write(store.folder(id), "mlflow");
        assertTrue(delivery.deliver(id).complete(), noted.toString());
        String runId = only(id).at("/info/run_id").asString();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), steps(runId, "loss"));
        JsonNode versions = mlflow.get("model-versions/search", Map.of("filter", "run_id = '" + runId + "'"));
        assertEquals(1, versions.path("model_versions").size());
    }

    @Test
    void aParameterThatHasChangedBecomesATag() throws Exception {
        try (OpenRun run = SampleRuns.begin(folder, "tune", "ease", RecordingListener.SILENT)) {
            run.parameters(Map.of("regularization", "100"));
            assertFalse(delivery.deliver(run.id()).complete());
            run.parameters(Map.of("regularization", "200", "seed", "7"));
            run.finish();
            assertTrue(delivery.deliver(run.id()).complete());
            JsonNode there = only(run.id());
            assertEquals(Map.of("regularization", "100", "seed", "7"), words(there.at("/data/params")));
            assertEquals("200", words(there.at("/data/tags")).get("osusume.parameter.regularization"));
        }
    }
}
