package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {
    @Test
    void theModelsStandInTheOrderOfTheReport() {
        EvaluationTable table = EvaluationTable.read(TestServer.REPORT, "hybrid");

        assertEquals(
                new EvaluationTable(
                        "Measured on 844 test users of mal-5000 that no model was trained on; all titles ranked.",
                        List.of("ndcg@10", "recall@20"),
                        List.of(
                                new EvaluationTable.Row(
                                        "hybrid", true, List.of("0.631", "0.564"), "0.612 to 0.650", 94, 97, 100),
                                new EvaluationTable.Row(
                                        "popularity", false, List.of("0.314", "–"), "0.296 to 0.332", 45, 48, 51))),
                table);
    }

    @Test
    void whatIsNoReportIsSaidToBeNone() {
        assertEquals(
                "the evaluation report is not JSON; evaluate again",
                assertThrows(IllegalArgumentException.class, () -> EvaluationTable.read("<html>", "ease"))
                        .getMessage());
        assertEquals(
                "the evaluation report has no list 'models'; evaluate again",
                assertThrows(IllegalArgumentException.class, () -> EvaluationTable.read("{}", "ease"))
                        .getMessage());
    }
}
