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
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportJsonTest {
    private static final EvaluationReport REPORT = SampleReport.report();
    private static final JsonNode JSON = JsonMapper.builder().build().readTree(ReportJson.write(REPORT));
    private static final JsonNode SLICED =
            JsonMapper.builder().build().readTree(ReportJson.write(SampleReport.sliced()));

    private static List<String> keys(JsonNode node) {
        return new ArrayList<>(node.propertyNames());
    }

    @Test
    void theKeysAreTheContract() {
        assertEquals(List.of("models", "paired", "part", "data", "code", "kernels", "created"), keys(JSON));
        assertEquals(
                List.of(
                        "name",
                        "trainSeconds",
                        "scoreSeconds",
                        "scoreSecondsMedian",
                        "metrics",
                        "users",
                        "settings",
                        "notes"),
                keys(JSON.path("models").path(0)));
        assertEquals(
                List.of("ndcg@10", "ndcg@100", "recall@20", "recall@50", "mrr", "coverage@10", "gini@10"),
                keys(JSON.path("models").path(0).path("metrics")));
        assertEquals(
                List.of("mean", "low", "high"),
                keys(JSON.path("models").path(0).path("metrics").path("ndcg@10")));
        assertEquals(
                List.of("a", "b", "metric", "difference", "low", "high", "shareAbove", "users"),
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
    void everyModelIsComparedWithTheBestAndWithEaseInEveryMetricBothHave() {
        // Six models: five others against the best, five others against ease, each in NDCG@10 and Recall@20.
        assertEquals(20, JSON.path("paired").size());
        // Seven models by three metrics, the third sequel-free NDCG@10: (6 + 6) * 3.
        assertEquals(36, SLICED.path("paired").size());
        for (String against : List.of("boosted-trees", "ease")) {
            for (String metric : List.of("ndcg@10", "recall@20", "sequel-free-ndcg@10")) {
                assertEquals(
                        6,
                        SLICED.path("paired")
                                .valueStream()
                                .filter(pair -> pair.path("b").asString().equals(against)
                                        && pair.path("metric").asString().equals(metric))
                                .count());
            }
        }
    }

    @Test
    void theKeysOfSlicesAreAContractToo() {
        JsonNode best = SLICED.path("models").path(0);

        assertEquals(
                List.of(
                        "name",
                        "trainSeconds",
                        "scoreSeconds",
                        "scoreSecondsMedian",
                        "metrics",
                        "slices",
                        "bands",
                        "calibration",
                        "users",
                        "settings",
                        "notes"),
                keys(best));
        assertEquals(
                List.of(
                        "ndcg@10",
                        "ndcg@100",
                        "recall@20",
                        "recall@50",
                        "mrr",
                        "novelty@10",
                        "diversity@10",
                        "coverage@10",
                        "gini@10"),
                keys(best.path("metrics")));
        assertEquals(
                List.of("list-5", "list-10", "list-20", "list-50", "list-100", "list-400+", "sequel-free"),
                keys(best.path("slices")));
        for (JsonNode slice : best.path("slices")) {
            assertEquals(List.of("users", "metrics"), keys(slice));
            assertEquals(List.of("ndcg@10", "recall@20"), keys(slice.path("metrics")));
            assertEquals(
                    List.of("mean", "low", "high"), keys(slice.path("metrics").path("ndcg@10")));
        }
        assertEquals(List.of("tail", "middle", "head"), keys(best.path("bands")));
        assertEquals(
                List.of("highestCount", "items", "heldOut", "recall@20", "shown@20"),
                keys(best.path("bands").path("tail")));
        assertEquals(List.of("candidates", "observed", "error", "brier", "bins"), keys(best.path("calibration")));
        assertEquals(
                List.of("low", "high", "predicted", "observed", "candidates"),
                keys(best.path("calibration").path("bins").path(0)));
    }

    @Test
    void aModelOfSeveralTrainingsSaysItsSeedsAndTheirSpread() {
        JsonNode als = SLICED.path("models")
                .valueStream()
                .filter(model -> model.path("name").asString().equals("als"))
                .findFirst()
                .orElseThrow();
        JsonNode spread = als.path("spread").path("ndcg@10");
        double mean = als.path("metrics").path("ndcg@10").path("mean").asDouble();

        assertEquals(43, als.path("seeds").path(0).asInt());
        assertEquals(44, als.path("seeds").path(1).asInt());
        assertEquals(List.of("min", "max"), keys(spread));
        // of two trainings the mean lies in the middle
        assertEquals(mean, (spread.path("min").asDouble() + spread.path("max").asDouble()) / 2, 1e-12);
        assertTrue(als.path("spread").has("sequel-free-ndcg@10")
                && als.path("spread").has("coverage@10"));
        assertFalse(SLICED.path("models").path(0).has("seeds"));
    }

    @Test
    void theCodeIsReadBackFromAReportAndFromNothingElse() {
        assertEquals(Optional.of("v1.0-3-gabc"), ReportJson.code(ReportJson.write(REPORT)));
        assertEquals(Optional.empty(), ReportJson.code("{}"));
        assertEquals(Optional.empty(), ReportJson.code("no JSON"));
        assertEquals(Optional.empty(), ReportJson.code(""));
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
