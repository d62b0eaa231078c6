package io.osusume.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.osusume.artifact.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashCacheTest {
    @TempDir
    Path folder;

    private HashCache cache(long secondsFromNow) throws IOException {
        return HashCache.at(folder.resolve("hashes.tsv"), () -> Instant.now().plusSeconds(secondsFromNow));
    }

    @Test
    void aFileThatHasNotChangedIsReadOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("data\twith a tab"), "some data");
        HashCache first = cache(10);
        assertEquals(Hashes.sha256(file), first.sha256(file));
        assertEquals(9, first.bytesRead());
        first.save();

        HashCache second = cache(20);
        assertEquals(Hashes.sha256(file), second.sha256(file));
        assertEquals(0, second.bytesRead());
        Files.writeString(file, "other data");
        assertEquals(Hashes.sha256(file), second.sha256(file));
        assertEquals(10, second.bytesRead());
    }

    @Test
    void aFileHashedTheMomentItWasWrittenIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "some data");
        HashCache cache = cache(0);
        cache.sha256(file);
        cache.sha256(file);
        assertEquals(18, cache.bytesRead());
    }

    @Test
    void aChangeThatPutsTheOldTimeBackIsSeen() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("data"), "some data");
        FileTime time = Files.getLastModifiedTime(file);
        HashCache cache = cache(10);
        String before = cache.sha256(file);
        Thread.sleep(20); // longer than a kernel's tick
        Files.writeString(file, "same size");
        Files.setLastModifiedTime(file, time);
        assertNotEquals(before, cache.sha256(file));
    }

    @Test
    void linesThatMakeNoSenseAreLeftOut() throws IOException {
        Files.writeString(folder.resolve("hashes.tsv"), "1\t2\nx\ty\tz\ta\tb\t" + "0".repeat(64) + "\tpath\n");
        Path file = Files.writeString(folder.resolve("data"), "some data");
        assertEquals(Hashes.sha256(file), cache(0).sha256(file));
    }
}
