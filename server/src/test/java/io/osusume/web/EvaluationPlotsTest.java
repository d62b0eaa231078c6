package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationPlotsTest {
    /// The report that is committed, of real users.
    private static List<PlotView> plots(String family) throws IOException {
        return EvaluationPlots.read(
                Files.readString(SharedData.projectRoot().resolve("docs/results/mal-5000-test.json")), family);
    }

    private static PlotView plot(String id) throws IOException {
        return plots("hybrid").stream()
                .filter(plot -> plot.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWholeReportHasEveryPlot() throws IOException {
        List<String> ids = plots("hybrid").stream().map(PlotView::id).toList();
        assertEquals(List.of("quality", "differences", "lengths", "bands", "calibration"), ids.subList(0, 5));
        assertTrue(
                ids.size() > 5 && ids.subList(5, ids.size()).stream().allMatch(id -> id.startsWith("curve-")),
                ids::toString);
    }

    @Test
    void behindEachPlotIsItsTable() throws IOException {
        for (PlotView plot : plots("hybrid")) {
            assertTrue(plot.svg().contains("<title id='plot-" + plot.id()), plot.id() + " has a title");
            assertTrue(plot.svg().contains("<desc id='plot-" + plot.id()), plot.id() + " has a description");
            assertFalse(plot.rows().isEmpty(), plot.id() + " has a table");
            for (List<String> row : plot.rows()) {
                assertEquals(plot.header().size(), row.size(), plot.id());
            }
        }
        assertEquals(
                TestServer.reportedQuality("hybrid"),
                plot("quality").rows().getFirst().subList(1, 3));
        assertEquals("hybrid", plot("quality").rows().getFirst().getFirst());
        assertEquals(
                List.of("Model", "5", "10", "20", "50", "100", "400+"),
                plot("lengths").header());
        assertEquals(20, plot("calibration").rows().size());
    }

    @Test
    void othersAreComparedWithTheModelInService() throws IOException {
        PlotView pairs = plot("differences");
        assertEquals(9, pairs.rows().size());
        assertEquals("edlae", pairs.rows().getFirst().getFirst());
        assertTrue(pairs.rows().stream().allMatch(row -> row.get(1).startsWith("\u2212")), "all others are worse");
    }

    @Test
    void whatTheReportLacksHasNoPlot() {
        List<PlotView> some = EvaluationPlots.read(TestServer.REPORT, "hybrid");
        assertEquals(List.of("quality"), some.stream().map(PlotView::id).toList());
        assertEquals(List.of(), EvaluationPlots.read("no report", "hybrid"));
        assertEquals(List.of(), EvaluationPlots.read("{}", "hybrid"));
    }

    @Test
    void namesInAReportCannotBecomeMarkup() {
        String report = "{\"models\": [{\"name\": \"<script>\", \"metrics\": {\"ndcg@10\":"
                + " {\"mean\": 0.5, \"low\": 0.4, \"high\": 0.6}}}]}";
        String svg = EvaluationPlots.read(report, "x").getFirst().svg();
        assertTrue(svg.contains("&lt;script&gt;") && !svg.contains("<script>"), svg);
    }
}
