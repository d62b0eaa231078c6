package io.osusume.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Estimate;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
    private static final EvaluationReport REPORT = SampleReport.report();
    private static final JsonNode JSON = JsonMapper.builder().build().readTree(ReportJson.write(REPORT));

    private static List<String> keys(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    @Test
    void theKeysAreTheContract() {
        assertEquals(List.of("models", "paired", "part", "data", "code", "kernels", "created"), keys(JSON));
        assertEquals(
                List.of("name", "trainSeconds", "scoreSeconds", "metrics", "users", "settings", "notes"),
                keys(JSON.path("models").path(0)));
        assertEquals(
                List.of("ndcg@10", "ndcg@100", "recall@20", "recall@50", "mrr", "coverage@10"),
                keys(JSON.path("models").path(0).path("metrics")));
        assertEquals(
                List.of("mean", "low", "high"),
                keys(JSON.path("models").path(0).path("metrics").path("ndcg@10")));
        assertEquals(
                List.of("a", "b", "metric", "difference", "low", "high", "shareAbove"),
                keys(JSON.path("paired").path(0)));
        assertEquals(
                List.of("name", "hash", "users", "items", "interactions", "validationUsers", "testUsers"),
                keys(JSON.path("data")));
    }

    @Test
    void coverageHasNoInterval() {
        assertEquals(
                List.of("mean"),
                keys(JSON.path("models").path(0).path("metrics").path("coverage@10")));
    }

    @Test
    void valuesAreThoseOfTheEvaluation() {
        Evaluation best = REPORT.models().getFirst().evaluation();
        Estimate estimate = best.estimate("mrr").orElseThrow();
        JsonNode node = JSON.path("models").path(0);

        assertEquals("boosted-trees", node.path("name").asString());
        assertEquals(
                estimate.mean(), node.path("metrics").path("mrr").path("mean").asDouble());
        assertEquals(
                estimate.low(), node.path("metrics").path("mrr").path("low").asDouble());
        assertEquals(400, node.path("users").asInt());
        assertEquals(1.1, node.path("trainSeconds").asDouble());
        assertEquals(.000412, node.path("scoreSeconds").asDouble());
        assertEquals("100", node.path("settings").path("regularization").asString());
        assertEquals("test", JSON.path("part").asString());
        assertEquals("2026-11-24T11:30:00Z", JSON.path("created").asString());
    }

    @Test
    void modelsStandBestFirst() {
        double last = 1;
        for (JsonNode model : JSON.path("models")) {
            double mean = model.path("metrics").path("ndcg@10").path("mean").asDouble();
            assertTrue(mean <= last, model.path("name").asString());
            last = mean;
        }
    }

    @Test
    void everyModelIsComparedWithTheBestAndWithEase() {
        List<String> against = new ArrayList<>();
        JSON.path("paired").forEach(pair -> against.add(pair.path("b").asString()));

        // Six models: five others against the best, five others against ease.
        assertEquals(10, against.size());
        assertEquals(5, against.stream().filter("boosted-trees"::equals).count());
        assertEquals(5, against.stream().filter("ease"::equals).count());
    }

    @Test
    void epochsAreThereForModelsThatToldThemAndUndefinedValuesAbsent() {
        JsonNode net = JSON.path("models")
                .valueStream()
                .filter(model -> model.path("name").asString().equals("net-original"))
                .findFirst()
                .orElseThrow();

        assertEquals(20, net.path("epochs").size());
        assertTrue(net.path("epochs").path(5).path("metrics").has("validation-mae"));
        assertFalse(net.path("epochs").path(6).path("metrics").has("validation-mae")); // NaN in epoch 7
    }

    @Test
    void aModelNobodyJudgedHasNoMetrics() {
        Split nobody = SampleReport.split(0);
        EvaluationReport report = EvaluationReport.of(
                List.of(new ModelResult(
                        SampleReport.evaluation("ease", 60, nobody), null, new TreeMap<>(), List.of(), List.of())),
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of("made-up", "0", nobody),
                "1",
                "scalar",
                Instant.EPOCH);

        assertEquals("""
                {
                  "models" : [ {
                    "name" : "ease",
                    "metrics" : { },
                    "users" : 0,
                    "settings" : { },
                    "notes" : [ ]
                  } ],
                  "paired" : [ ],
                  "part" : "test",
                  "data" : {
                    "name" : "made-up",
                    "hash" : "0",
                    "users" : 0,
                    "items" : 2000,
                    "interactions" : 0,
                    "validationUsers" : 0,
                    "testUsers" : 0
                  },
                  "code" : "1",
                  "kernels" : "scalar",
                  "created" : "1970-01-01T00:00:00Z"
                }
                """, ReportJson.write(report).replace(System.lineSeparator(), "\n"));
    }
}
