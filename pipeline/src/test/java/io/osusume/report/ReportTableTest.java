package io.osusume.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private static final List<String> LINES =
            ReportTable.write(SampleReport.report()).lines().toList();

    @Test
    void theHeadingSaysWhoJudgedAndHow() {
        assertEquals(
                "made-up: 400 test users, all 2,000 items ranked but the folded-in ones;"
                        + " means with 95% bootstrap intervals",
                LINES.getFirst());
    }

    @Test
    void columnsAreAlignedAndTheBestStandsFirst() {
        int header = 2;
        assertEquals(
                List.of("model", "NDCG@10", "NDCG@100", "Recall@20", "Recall@50", "MRR", "Coverage@10", "training"),
                List.of(LINES.get(header).split(" +")).subList(0, 8));
        for (int row = 1; row <= 6; row++) {
            assertEquals(LINES.get(header).length(), LINES.get(header + row).length());
        }
        assertTrue(LINES.get(header + 1).startsWith("boosted-trees  "));
    }

    @Test
    void slicesBandsAndSeedsHaveTablesOfTheirOwn() {
        List<String> lines = ReportTable.write(SampleReport.sliced()).lines().toList();

        assertEquals(
                List.of(
                        "NDCG@10 by slice (users)",
                        "list-5 (235)",
                        "list-10 (235)",
                        "list-20 (235)",
                        "list-50 (222)",
                        "list-100 (200)",
                        "list-400+ (16)",
                        "sequel-free (240)"),
                cells(lines, "NDCG@10 by slice"));
        assertEquals(
                List.of(
                        "by popularity, and what is shown",
                        "tail Recall@20",
                        "middle Recall@20",
                        "head Recall@20",
                        "tail shown",
                        "middle shown",
                        "head shown",
                        "Novelty@10",
                        "Diversity@10",
                        "Gini@10",
                        "calibration error",
                        "Brier"),
                cells(lines, "by popularity"));
        assertEquals(
                List.of("compared user by user", "NDCG@10", "Recall@20", "sequel-free NDCG@10"),
                cells(lines, "compared user by user"));
        assertEquals(
                List.of("lowest to highest of the seeds", "seeds", "NDCG@10", "Recall@20", "sequel-free NDCG@10"),
                cells(lines, "lowest to highest"));
        assertEquals(
                1,
                lines.stream()
                        .filter(line -> line.matches("als +43,44 +0\\.\\d{4} to 0.*"))
                        .count());
    }

    private static List<String> cells(List<String> lines, String start) {
        String line = lines.stream()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElse("");
        return List.of(line.split(" {2,}"));
    }

    @Test
    void notesAndTheLimitOfTheProtocolFollow() {
        assertTrue(LINES.contains(
                "net-original: Training stopped at epoch 4 and restored epoch 1: the shipped weights are untrained."));
        assertEquals(EvaluationReport.PROTOCOL, LINES.getLast());
    }

    @Test
    void twoModelsOfOneNameAreRefused() {
        Split split = SampleReport.split(5);
        ModelResult model = SampleReport.model("ease", 60, split, List.of(), List.of());
        assertEquals(
                "'ease' stands twice in the report; name one of them otherwise",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EvaluationReport.of(
                                        List.of(model, model),
                                        new PairedBootstrap(Bootstrap.DEFAULT),
                                        Part.TEST,
                                        DataDescription.of("made-up", "0", split),
                                        "1",
                                        "scalar",
                                        Instant.EPOCH))
                        .getMessage());
    }
}
