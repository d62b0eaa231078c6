package io.osusume.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.artifact.Hashes;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.DenseMathSamples;
import io.osusume.kernel.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBlasLibraryTest {
    private OpenBlasLibrary library;

    private Path cache;

    @BeforeAll
    void load(@TempDir Path folder) {
        cache = folder.resolve("natives");
        library = OpenBlasLibrary.load(cache);
        assertEquals(Optional.empty(), library.problem());
    }

    private DenseMath blas(int threads) {
        return library.dense(new Threads(threads));
    }

    @Test
    void theNameTellsTheVersion() {
        assertTrue(blas(1).name().startsWith("OpenBLAS 0.3."), blas(1).name());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 255, 256, 257, 600, 1100})
    void anInverseAgreesWithPlainJava(int n) {
        float[] matrix = DenseMathSamples.positiveDefinite(n, 11);
        float[] expected = matrix.clone();
        float[] found = matrix.clone();
        DenseMath.java(new Threads(2)).invertSymmetric(expected, n);
        blas(2).invertSymmetric(found, n);
        assertArrayEquals(expected, found, 2e-6f);
        DenseMathSamples.assertInverse(matrix, found, n, 2e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 65, 255, 300, 513})
    void aProductAgreesWithPlainJava(int size) {
        int m = size;
        int n = size + 3;
        int k = Math.max(1, size - 2);
        float[] a = DenseMathSamples.random(m * k, 1);
        float[] b = DenseMathSamples.random(k * n, 2);
        float[] expected = DenseMathSamples.random(m * n, 3);
        float[] found = DenseMathSamples.random(m * n, 4);
        DenseMath.java(new Threads(2)).multiply(a, b, expected, m, n, k);
        blas(2).multiply(a, b, found, m, n, k);
        assertArrayEquals(expected, found, 1e-6f * k + 1e-6f);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        int n = 1300;
        float[] expected = DenseMathSamples.positiveDefinite(n, 5);
        blas(1).invertSymmetric(expected, n);
        for (int threads = 2; threads <= 4; threads++) {
            float[] found = DenseMathSamples.positiveDefinite(n, 5);
            blas(threads).invertSymmetric(found, n);
            assertArrayEquals(expected, found, 0f);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteNamesTheRow() {
        int n = 300;
        float[] matrix = new float[n * n];
        for (int row = 0; row < n; row++) {
            matrix[row * n + row] = row == 270 ? -2 : 1;
        }
        assertEquals(
                "the matrix is not positive definite: the pivot of row 270 must be positive, was -2.0;"
                        + " a larger regularization makes it so",
                assertThrows(ArithmeticException.class, () -> blas(2).invertSymmetric(matrix, n))
                        .getMessage());
    }

    @Test
    void theFilesAreTakenOutOnceAndADamagedOneIsReplaced() throws IOException {
        List<Path> files = files();
        Path damaged = files.getFirst();
        String hash = Hashes.sha256(damaged);
        Object untouched = Files.getLastModifiedTime(files.getLast());
        assertEquals(Optional.empty(), OpenBlasLibrary.load(cache).problem());
        assertEquals(untouched, Files.getLastModifiedTime(files.getLast()));

        Files.delete(damaged); // not written over: this very program has it mapped
        Files.writeString(damaged, "damaged");
        assertEquals(Optional.empty(), OpenBlasLibrary.load(cache).problem());
        assertEquals(files, files());
        assertEquals(hash, Hashes.sha256(damaged));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(cache)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aPlatformWithoutTheLibraryGetsPlainJavaAndTheReason() {
        OpenBlasLibrary none = OpenBlasLibrary.load(cache, "SunOS", "sparcv9");
        assertEquals("java", none.dense(new Threads(1)).name());
        assertEquals(
                Optional.of("there is no OpenBLAS for sunos-sparcv9 on the class path (bytedeco's openblas jar)"),
                none.problem());
    }

    @Test
    void aCacheThatCannotBeWrittenGetsPlainJavaAndTheReason(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        OpenBlasLibrary none = OpenBlasLibrary.load(file.resolve("natives"));
        assertEquals("java", none.dense(new Threads(1)).name());
        String reason = none.problem().orElseThrow();
        assertTrue(reason.startsWith("OpenBLAS could not be written to " + file.resolve("natives") + ": "), reason);
    }

    @Test
    void platformsAreNamedAsTheJarsNameThem() {
        assertEquals("linux-x86_64", OpenBlasLibrary.platform("Linux", "amd64"));
        assertEquals("linux-arm64", OpenBlasLibrary.platform("Linux", "aarch64"));
        assertEquals("macosx-arm64", OpenBlasLibrary.platform("Mac OS X", "aarch64"));
        assertEquals("macosx-x86_64", OpenBlasLibrary.platform("Mac OS X", "x86_64"));
    }
}
