package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C in the middle of a stage leaves what was there before, and nothing else.
class InterruptedStageTest {
    private static final int INTERRUPTED = 130;

    @TempDir
    Path folder;

    @Test
    void generateLeavesTheEarlierFolder() throws IOException, InterruptedException {
        Path target = folder.resolve("work/simulated");
        CommandRun.in(folder, SmallData.generate(target)).done();
        interrupted(folder.resolve("work"), 100_000, many(target));
    }

    @Test
    void ingestLeavesTheEarlierRawFolderAndPrepareTheEarlierPreparedOne() throws IOException, InterruptedException {
        Path artifacts = folder.resolve("work");
        SmallData.ingested(artifacts);
        CommandRun.in(artifacts, "prepare", "--min-ratings", "20").done();
        Path large = folder.resolve("large");
        CommandRun.in(artifacts, many(large)).done();
        interrupted(artifacts, 100_000, "ingest", "--from", large.toString());

        CommandRun.in(artifacts, "ingest", "--from", large.toString()).done();
        interrupted(artifacts, 0, "prepare", "--min-ratings", "20");
    }

    /// Two million rows: enough that a stage is not over before the signal comes.
    private static String[] many(Path target) {
        return new String[] {
            "generate", "--users", "20000", "--rows", "2000000", "--to", target.toString(), "--titles", "450"
        };
    }

    /// Starts a command, interrupts it when more than some bytes lie in a temporary folder, and compares.
    private void interrupted(Path work, long bytes, String... words) throws IOException, InterruptedException {
        Map<String, String> before = contents(work);
        try (OwnProcess process = OwnProcess.start(folder, work, words)) {
            process.await("a temporary folder stood", () -> OwnProcess.writing(work, bytes));
            process.signal("INT");
            assertEquals(INTERRUPTED, process.end(), process.err());
            assertFalse(process.err().contains("\tat "), process.err());
        }
        assertEquals(before, contents(work));
    }

    /// Every file below a folder with its hash.
    private static Map<String, String> contents(Path work) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(work)) {
            files = walk.sorted().toList();
        }
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files) {
            contents.put(
                    work.relativize(file).toString(),
                    Files.isDirectory(file) ? "folder" : io.osusume.artifact.Hashes.sha256(file));
        }
        return contents;
    }
}
