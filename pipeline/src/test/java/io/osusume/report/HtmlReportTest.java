package io.osusume.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.evaluation.Split;
import io.osusume.plot.Figures;
import io.osusume.train.Epoch;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static String page = "";
    private static String sliced = "";

    @BeforeAll
    static void write() throws IOException {
        page = HtmlReport.write(SampleReport.report());
        Files.writeString(Path.of("target", "sample-report.html"), page); // to look at
        sliced = HtmlReport.write(SampleReport.sliced());
        Files.writeString(Path.of("target", "sliced-report.html"), sliced);
    }

    private static List<String> svgs() {
        return svgs(page);
    }

    private static List<String> svgs(String page) {
        return Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static Document xml(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        assertFalse(Pattern.compile("<script|<link|<img|<iframe|src=|href=|url\\(|@import|https?:")
                .matcher(page)
                .find());
    }

    @Test
    void thePageSaysWhatTheProtocolMeasures() {
        assertTrue(page.contains("not what somebody watches next: the data has no timestamps."));
    }

    @Test
    void notesStandOnThePage() {
        assertTrue(page.contains("<dt>net-original</dt>\n<dd>Training stopped at epoch 4 and restored epoch 1: the"
                + " shipped weights are untrained.</dd>"));
    }

    @Test
    void everyPlotIsWellFormedAndHasATitleAndADescription() throws Exception {
        assertEquals(7, svgs().size()); // ndcg, recall, two references, three panels of the net
        checkPlots(svgs());
        // ndcg, recall, two references; lengths, sequel-free, its two references, bands, novelty, calibration
        assertEquals(11, svgs(sliced).size());
        checkPlots(svgs(sliced));
    }

    @Test
    void eachSliceHasItsSectionAndATableThatSaysTheSame() {
        List<String> headings = Pattern.compile("<h2>(.*?)</h2>")
                .matcher(sliced)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertEquals(
                List.of(
                        "All figures",
                        "NDCG@10",
                        "Recall",
                        "Differences user by user",
                        "By the length of the list",
                        "Without sequels",
                        "By popularity of the hidden title",
                        "What the lists show",
                        "Do the probabilities hold?",
                        "Between trainings",
                        "Settings"),
                headings);
        EvaluationReport report = SampleReport.sliced();
        for (String metric : List.of("list-5-ndcg@10", "sequel-free-recall@20", "novelty@10", "diversity@10")) {
            double mean = report.models()
                    .getFirst()
                    .evaluation()
                    .estimate(metric)
                    .orElseThrow()
                    .mean();
            assertTrue(sliced.contains("<td>" + Figures.share(mean) + "</td>"), metric);
        }
    }

    @Test
    void aReportWithoutSlicesHasNoEmptySections() {
        for (String heading : List.of("By the length", "Without sequels", "By popularity", "Do the probabilities")) {
            assertFalse(page.contains("<h2>" + heading), heading);
        }
    }

    private static void checkPlots(List<String> svgs) throws Exception {
        Set<String> ids = new HashSet<>();
        for (String svg : svgs) {
            Element root = xml(svg).getDocumentElement();
            assertFalse(
                    root.getElementsByTagName("title").item(0).getTextContent().isBlank());
            assertFalse(
                    root.getElementsByTagName("desc").item(0).getTextContent().isBlank());
            assertTrue(ids.add(root.getAttribute("aria-labelledby")), "ids are unique");
        }
    }

    @Test
    void aBarEndsWhereItsMeanIsOnTheAxis() throws Exception {
        EvaluationReport report = SampleReport.report();
        Element plot = xml(svgs().getFirst()).getDocumentElement();
        // The axis runs from 0 at 2 units to the last tick at 368 units.
        Matcher last = Pattern.compile("<text x='368.00'[^>]*class='tick middle'>([0-9.]+)</text>")
                .matcher(svgs().getFirst());
        assertTrue(last.find());
        double high = Double.parseDouble(last.group(1));
        for (int k = 0; k < report.models().size(); k++) {
            double mean = report.models()
                    .get(k)
                    .evaluation()
                    .estimate("ndcg@10")
                    .orElseThrow()
                    .mean();
            Element bar = (Element) plot.getElementsByTagName("rect").item(k);
            assertEquals(mean / high * 366, Double.parseDouble(bar.getAttribute("width")), .02);
        }
    }

    @Test
    void allTextIsEscaped() {
        Split split = SampleReport.split(20);
        String evil = "<script>alert('1')</script>\"&";
        EvaluationReport report = EvaluationReport.of(
                List.of(
                        SampleReport.model(
                                evil,
                                20,
                                split,
                                List.of(evil),
                                List.of(new Epoch(1, new java.util.TreeMap<>(java.util.Map.of(evil, 1.0))))),
                        SampleReport.model("ease", 60, split, List.of(), List.of())),
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of(evil, evil, split),
                evil,
                evil,
                Instant.EPOCH);
        String written = HtmlReport.write(report);

        assertFalse(written.contains("<script"));
        assertFalse(written.contains("alert('1')"));
        assertTrue(written.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;"));
    }

    @Test
    void aReportWithoutModelsIsStillAPage() {
        EvaluationReport nothing = EvaluationReport.of(
                List.of(),
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of("made-up", "0", SampleReport.split(1)),
                "1",
                "scalar",
                Instant.EPOCH);

        assertTrue(HtmlReport.write(nothing).contains("<p>No model was evaluated.</p>"));
    }

    @Test
    void aModelWithoutUsersShowsDashesNotZeros() {
        Split nobody = SampleReport.split(0);
        EvaluationReport report = EvaluationReport.of(
                List.of(SampleReport.model("ease", 60, nobody, List.of(), List.of())),
                new PairedBootstrap(Bootstrap.DEFAULT),
                Part.TEST,
                DataDescription.of("made-up", "0", nobody),
                "1",
                "scalar",
                Instant.EPOCH);

        assertTrue(HtmlReport.write(report)
                .contains("<th scope='row'>ease</th><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td><td>–</td>"));
    }
}
