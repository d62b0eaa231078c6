package io.osusume.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftReportTest {
    private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @TempDir
    Path folder;

    private static DriftThresholds thresholds(int minLists, Set<Feature> judged) {
        return new DriftThresholds(.1, .25, .05, .15, minLists, judged);
    }

    /// A list of ten titles with so many members each, all with one score; two of them unknown if asked.
    private static ListShape list(int score, int members, boolean strange) {
        int[] scores = new int[ListShape.SCORES];
        scores[score] = 10;
        int[] known = new int[strange ? 8 : 10];
        Arrays.fill(known, members);
        return new ListShape(10, strange ? 2 : 0, scores, known);
    }

    private static Tally tally(int lists, ListShape... shapes) {
        Tally tally = new Tally();
        for (int k = 0; k < lists; k++) {
            tally.add(shapes[k % shapes.length]);
        }
        return tally;
    }

    @Test
    void everyListIsCountedInItsBins() {
        Tally tally = tally(3, list(7, 20_000, false), list(0, 999_999, true));
        assertEquals(3, tally.lists());
        assertEquals(30, tally.entries());
        assertEquals(2, tally.unknown());
        assertArrayEquals(new long[] {0, 0, 0, 3, 0, 0, 0, 0, 0, 0}, tally.counts(Feature.LIST_LENGTH));
        assertArrayEquals(new long[] {1, 0, 0, 0, 0, 2}, tally.counts(Feature.SCORED));
        assertArrayEquals(new long[] {0, 0, 0, 0, 0, 0, 20, 0, 0, 0}, tally.counts(Feature.SCORES));
        assertArrayEquals(new long[] {0, 0, 20, 0, 0, 0, 8, 0}, tally.counts(Feature.POPULARITY));
        assertEquals(
                "a shape must fit its length 3, had 0 scores, 0 known and 0 unknown titles",
                assertThrows(IllegalArgumentException.class, () -> new ListShape(3, 0, new int[11], new int[0]))
                        .getMessage());
    }

    @Test
    void whatIsLikeTheTrainingDataIsNoDrift() {
        ListShape[] shapes = {list(7, 20_000, false), list(8, 300_000, false)};
        DriftReport report = DriftReport.of(
                "ease-1",
                "served",
                tally(1000, shapes),
                tally(400, shapes),
                thresholds(200, EnumSet.allOf(Feature.class)),
                NOW);
        assertEquals(List.of(), report.alarms());
        assertEquals("No drift above the thresholds", report.verdict());
    }

    @Test
    void otherScoresAndUnknownTitlesAreNamedButNotWhatIsOnlyTold() {
        Tally expected = tally(1000, list(7, 20_000, false), list(8, 20_000, false));
        Tally found = tally(300, list(4, 600_000, true));
        DriftReport report =
                DriftReport.of("ease-1", "served", expected, found, thresholds(200, Set.of(Feature.SCORES)), NOW);
        assertEquals(2, report.alarms().size(), report::verdict);
        assertTrue(report.alarms().get(0).startsWith("scores: PSI "), report::verdict);
        assertEquals(
                "unknown titles: 20.0% of the entries is not below 15.0%",
                report.alarms().get(1));
        assertTrue(DriftText.write(report).contains("DRIFTED"), () -> DriftText.write(report));
        DriftReport few =
                DriftReport.of("ease-1", "served", expected, found, thresholds(301, Set.of(Feature.SCORES)), NOW);
        assertEquals(List.of(), few.alarms());
        assertEquals("Too few lists to judge: 300, needed are 301", few.verdict());
    }

    @Test
    void theNewestReportIsReadAsMetricsShowItAndThePageNamesEveryFeature() throws IOException {
        assertTrue(DriftFiles.newest(folder).isEmpty());
        Tally expected = tally(1000, list(7, 20_000, false));
        Tally found = tally(300, list(8, 20_000, true));
        DriftReport report =
                DriftReport.of("ease-1", "served", expected, found, thresholds(1, Set.of(Feature.SCORES)), NOW);
        Path page = DriftFiles.write(folder, report);
        DriftFiles.Newest newest = DriftFiles.newest(folder).orElseThrow();
        assertEquals(report.features().get(2).psi(), newest.indices().get("scores"));
        assertEquals(4, newest.indices().size());
        assertEquals(.2, newest.unknownShare(), 1e-12);
        assertEquals(NOW, newest.created());
        String html = Files.readString(page);
        for (Feature feature : Feature.values()) {
            assertTrue(html.contains("<h2>" + feature.title() + "</h2>"), feature.title());
            assertTrue(html.contains("id='" + feature.word() + "-title'"), feature.word());
        }
        Files.writeString(folder.resolve("drift.json"), "{");
        String said = String.valueOf(assertThrows(ArtifactException.class, () -> DriftFiles.newest(folder))
                .getMessage());
        assertTrue(said.endsWith("; delete it and run ./osusume monitor"), said);
    }

    @Test
    void whatServersCountedIsAddedUpByModelAndOldDaysAreForgotten() throws IOException {
        ServedTallies one = new ServedTallies();
        add(one, DAY.minusDays(20), "ease-1", list(7, 10, false));
        add(one, DAY.minusDays(1), "ease-1", list(7, 10, true));
        add(one, DAY, "ease-2", list(7, 10, false));
        one.write(ServedTallies.file(folder, "8080"));
        ServedTallies other = new ServedTallies();
        add(other, DAY, "ease-1", list(3, 10, false));
        other.write(ServedTallies.file(folder, "8081"));

        Tally both = ServedTallies.inFolder(folder, "ease-1", DAY.minusDays(13));
        assertEquals(40, both.lists());
        assertEquals(40, both.unknown());
        assertArrayEquals(new long[] {0, 0, 200, 0, 0, 0, 200, 0, 0, 0}, both.counts(Feature.SCORES));

        ServedTallies again = ServedTallies.read(ServedTallies.file(folder, "8080"));
        again.forgetBefore(DAY);
        again.write(ServedTallies.file(folder, "8080"));
        assertEquals(
                0,
                ServedTallies.read(ServedTallies.file(folder, "8080"))
                        .of("ease-1", DAY.minusDays(99))
                        .lists());
        Files.writeString(ServedTallies.file(folder, "8080"), "{\"2026-11-29\": {\"ease-1\": {}}}");
        assertEquals(
                ServedTallies.file(folder, "8080") + " is damaged: list-length must have 10 numbers, had 0; delete it:"
                        + " counting begins anew",
                assertThrows(ArtifactException.class, () -> ServedTallies.inFolder(folder, "ease-1", DAY))
                        .getMessage());
    }

    /// As many alike lists as come into a tally at once.
    private static void add(ServedTallies tallies, LocalDate day, String model, ListShape shape) {
        for (int list = 0; list < ServedTallies.TOGETHER; list++) {
            tallies.add(day, model, shape);
        }
    }

    @Test
    void listsComeIntoAFileTwentyAtATimeSoThatItNeverTellsOfOne() throws IOException {
        Path file = ServedTallies.file(folder, "8080");
        ServedTallies tallies = new ServedTallies();
        for (int list = 1; list < 20; list++) {
            tallies.add(DAY.minusDays(1), "ease-1", list(7, 10, false));
        }
        tallies.write(file);
        assertFalse(Files.exists(file), "19 lists wait");
        tallies.add(DAY, "ease-1", list(7, 10, false));
        tallies.write(file);
        String twenty = Files.readString(file);
        assertEquals(20, ServedTallies.read(file).of("ease-1", DAY).lists(), "of the day that brought them to twenty");
        tallies.add(DAY, "ease-1", list(3, 10, true));
        tallies.write(file);
        assertEquals(twenty, Files.readString(file), "the next one waits again");
    }

    @Test
    void aFileStaysSmallHoweverManyModelsAreServed() throws IOException {
        ServedTallies many = new ServedTallies();
        for (int model = 0; model < 100; model++) {
            for (int day = 0; day < 90; day++) {
                add(many, DAY.minusDays(day), "hybrid-20261128T140353Z-" + model, list(7, 10, false));
            }
        }
        Path file = ServedTallies.file(folder, "8080");
        many.write(file);
        assertTrue(Files.size(file) < 200_000, () -> "bytes: " + file.toFile().length());
    }
}
