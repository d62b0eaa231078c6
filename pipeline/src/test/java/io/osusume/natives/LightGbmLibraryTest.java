package io.osusume.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class LightGbmLibraryTest {
    @TempDir(cleanup = CleanupMode.NEVER) // a loaded library cannot be deleted everywhere
    private Path cache = Path.of("");

    @Test
    void theLibraryOfThisMachineIsTakenOutOnceAndLoaded() throws IOException {
        assertEquals(Optional.empty(), LightGbmLibrary.load(cache).problem());
        LightGbmLibrary again = LightGbmLibrary.load(cache);
        assertTrue(again.symbols().orElseThrow().find("LGBM_BoosterCreate").isPresent());
        try (Stream<Path> folders = Files.list(cache)) {
            assertEquals(1, folders.count());
        }
    }

    @Test
    void aPlatformWithoutALibraryIsNamed() {
        LightGbmLibrary library = LightGbmLibrary.load(cache, "SunOS", "sparcv9");
        assertEquals(
                Optional.of("there is no LightGBM for sunos/sparcv9 on the class path (the lightgbm4j jar)"),
                library.problem());
        assertEquals(Optional.empty(), library.symbols());
    }

    @Test
    void platformsAreNamedAsInTheJar() {
        assertEquals("linux/x86_64", LightGbmLibrary.platform("Linux", "amd64"));
        assertEquals("linux/aarch64", LightGbmLibrary.platform("Linux", "aarch64"));
        assertEquals("osx/aarch64", LightGbmLibrary.platform("Mac OS X", "aarch64"));
        assertEquals("windows/x86_64", LightGbmLibrary.platform("Windows 11", "amd64"));
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(cache.resolve("taken"));
        String problem = LightGbmLibrary.load(file).problem().orElseThrow();
        assertTrue(problem.startsWith("LightGBM could not be written to " + file + ": "), problem);
    }
}
