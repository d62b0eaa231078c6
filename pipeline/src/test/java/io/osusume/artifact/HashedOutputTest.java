package io.osusume.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedOutputTest {
    @TempDir
    Path folder;

    /// 1 MiB, the size of a buffer, is 262,144 numbers.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 3_000_000})
    void sizeAndHashAreThoseOfTheFile(int numbers) throws IOException {
        Path file = folder.resolve("numbers");
        Manifest.FileEntry entry;
        try (HashedOutput out = HashedOutput.create(file)) {
            for (int k = 0; k < numbers; k++) {
                if (out.buffer().remaining() < Integer.BYTES) {
                    out.flush();
                }
                out.buffer().putInt(k);
            }
            entry = out.finish();
        }
        assertEquals(4L * numbers, Files.size(file));
        assertEquals(new Manifest.FileEntry(4L * numbers, Hashes.sha256(file)), entry);
    }

    @Test
    void aFlushOfNothingChangesNothing() throws IOException {
        Path file = folder.resolve("bytes");
        try (HashedOutput out = HashedOutput.create(file)) {
            out.flush();
            out.buffer().put((byte) 7);
            out.flush();
            out.flush();
            out.buffer().put((byte) 8);
            Manifest.FileEntry entry = out.finish();
            assertEquals(new Manifest.FileEntry(2, Hashes.sha256(file)), entry);
        }
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("expected"), new byte[] {7, 8})));
    }

    @Test
    void aFileThatStandsThereIsNotTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "old");
        assertThrows(FileAlreadyExistsException.class, () -> HashedOutput.create(file));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void theManifestTakesWhatTheWriterKnowsAndHashesTheOtherFiles() throws IOException {
        Files.writeString(folder.resolve("known"), "abc");
        Path other = Files.writeString(folder.resolve("other"), "abcd");
        Manifest.FileEntry known = new Manifest.FileEntry(3, "as the writer said");
        Manifest manifest = Manifest.of("raw", Instant.EPOCH).writeTo(folder, Map.of("known", known));
        assertEquals(
                Map.of("known", known, "other", new Manifest.FileEntry(4, Hashes.sha256(other))), manifest.files());
    }
}
