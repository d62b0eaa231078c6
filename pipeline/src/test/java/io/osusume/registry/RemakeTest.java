package io.osusume.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Manifest;
import io.osusume.artifact.Manifest.FileEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RemakeTest {
    private static Manifest manifest(Map<String, FileEntry> files, Map<String, Double> metrics, String kernels) {
        Manifest none = Manifest.of("model", Instant.EPOCH)
                .withMetrics(new TreeMap<>(metrics))
                .withEnvironment(new TreeMap<>(Map.of("code", "1+a", "jvm", "25", "kernels", kernels)));
        return new Manifest(
                none.kind(),
                none.created(),
                none.inputs(),
                none.settings(),
                none.counts(),
                none.metrics(),
                none.environment(),
                none.notes(),
                new TreeMap<>(files));
    }

    @Test
    void theSameFilesAndFiguresAreTheSameWhateverTookLongerAndOnMoreThreads() {
        Manifest then = manifest(
                Map.of("a", new FileEntry(3, "aa")), Map.of("ndcg", .5, "train-seconds", 7.0), "simd, 1 threads");
        Manifest now = manifest(
                Map.of("a", new FileEntry(3, "aa")), Map.of("ndcg", .5, "train-seconds", 9.0), "simd, 4 threads");
        Remake remake = Remake.of(then, now);
        assertTrue(remake.same());
        assertEquals(List.of(), remake.surroundings());
    }

    @Test
    void everyFileThatDiffersIsMissingOrNewIsNamedAndEveryFigure() {
        Manifest then = manifest(
                Map.of("a", new FileEntry(3, "aa"), "b", new FileEntry(3, "bb")),
                Map.of("ndcg", .5),
                "simd, 1 threads");
        Manifest now = manifest(
                Map.of("a", new FileEntry(3, "ac"), "c", new FileEntry(3, "cc")),
                Map.of("ndcg", .25, "mrr", .75),
                "scalar, 1 threads");
        Remake remake = Remake.of(then, now);
        assertFalse(remake.same());
        assertEquals(
                List.of("a DIFFERS", "b was NOT MADE", "c is NEW"),
                remake.files().stream()
                        .map(file -> file.name() + " " + file.what().word())
                        .toList());
        assertEquals(List.of("mrr: then absent, now 0.75", "ndcg: then 0.5, now 0.25"), remake.figures());
        assertEquals(List.of("kernels: then simd, now scalar"), remake.surroundings());
    }
}
