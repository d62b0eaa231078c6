package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.osusume.artifact.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A full disk is said so, and what was written before stays whole. The disk is a small one in memory, which only root
/// may mount; elsewhere the tests are skipped with the reason.
class DiskFullTest {
    private static final String FULL = "the disk is full (No space left on device): nothing new was written, what was"
            + " there before is whole; make room, then run the command again";

    @TempDir
    Path folder;

    private Path disk = Path.of("");
    private boolean mounted;

    @BeforeEach
    void mountASmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = call("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        assumeTrue(mounted, "skipped: mounting a disk in memory needs root on Linux");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertEquals(true, call("umount", disk.toString()));
        }
    }

    private static boolean call(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void ingestLeavesTheEarlierRawFolderWhole() throws IOException {
        Path small = folder.resolve("small");
        CommandRun.in(disk, SmallData.generate(small)).done();
        CommandRun.in(disk, "ingest", "--from", small.toString()).done();
        Path large = folder.resolve("large");
        CommandRun.in(disk, "generate", "--users", "1000", "--rows", "80000", "--to", large.toString())
                .done();

        CommandRun.in(disk, "ingest", "--from", large.toString()).assertFailure(1, FULL);

        Manifest.read(disk.resolve("raw")).verify(disk.resolve("raw"));
        assertOnlyRawIsThere();
    }

    @Test
    void prepareLeavesTheRawFolderWhole() throws IOException {
        Path small = folder.resolve("small");
        CommandRun.in(disk, SmallData.generate(small)).done();
        CommandRun.in(disk, "ingest", "--from", small.toString()).done();
        Path ballast = disk.resolve("ballast");
        fill(ballast);

        CommandRun.in(disk, "prepare", "--min-ratings", "20").assertFailure(1, FULL);

        Files.delete(ballast);
        assertOnlyRawIsThere();
        CommandRun.in(disk, "prepare", "--min-ratings", "20").done();
    }

    private void fill(Path file) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        Files.write(file, new byte[Math.toIntExact(free - 60_000)]);
    }

    private void assertOnlyRawIsThere() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            assertEquals(
                    java.util.List.of("raw"),
                    files.map(file -> String.valueOf(file.getFileName())).toList());
        }
    }
}
