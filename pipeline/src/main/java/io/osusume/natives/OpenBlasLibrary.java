package io.osusume.natives;

import io.osusume.data.Lazy;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.OpenBlas;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// OpenBLAS from the bytedeco jar on the class path, or the reason why plain Java must do.
///
/// ```java
/// OpenBlasLibrary library = OpenBlasLibrary.load(OpenBlasLibrary.defaultCache());
/// DenseMath dense = library.dense(threads);
/// library.problem().ifPresent(reason -> log.warn("dense math in plain Java: {}", reason));
/// ```
/// A loaded library stays loaded until the program ends.
public final class OpenBlasLibrary {
    /// The files a platform's jar may hold, each after those it needs; the last is the library itself. The others are
    /// the Fortran runtime it was linked with.
    private static final List<String> LINUX =
            List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5", "libgfortran.so.4", "libopenblas.so.0");

    private static final List<String> MAC = List.of(
            "libgcc_s.1.1.dylib",
            "libgcc_s.1.dylib",
            "libquadmath.0.dylib",
            "libgfortran.5.dylib",
            "libgfortran.dylib",
            "libopenblas.0.dylib");

    private final @Nullable SymbolLookup symbols;
    private final String problem;

    private OpenBlasLibrary(@Nullable SymbolLookup symbols, String problem) {
        this.symbols = symbols;
        this.problem = problem;
    }

    /// Where native libraries are kept when nothing else is said: `.cache/osusume/natives` of the user's home.
    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "osusume", "natives");
    }

    /// Takes the library of this platform out of its jar, where that is not done yet, loads it and tries it out.
    ///
    /// @param cache the folder that keeps what was taken out
    public static OpenBlasLibrary load(Path cache) {
        return load(cache, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static OpenBlasLibrary load(Path cache, String system, String processor) {
        String platform = platform(system, processor);
        List<String> names = platform.startsWith("macosx") ? MAC : LINUX;
        String resources = "/org/bytedeco/openblas/" + platform + "/";
        if (!NativeFolder.exists(resources + names.getLast())) {
            return new OpenBlasLibrary(
                    null, "there is no OpenBLAS for " + platform + " on the class path (bytedeco's openblas jar)");
        }
        List<String> present = names.stream()
                .filter(name -> NativeFolder.exists(resources + name))
                .toList();
        try {
            Path folder = NativeFolder.extract(cache, "openblas-" + platform, resources, present);
            return checked(open(folder, present));
        } catch (IOException failed) {
            return new OpenBlasLibrary(null, "OpenBLAS could not be written to " + cache + ": " + failed.getMessage());
        } catch (IllegalArgumentException | IllegalCallerException failed) {
            return new OpenBlasLibrary(null, "OpenBLAS could not be loaded: " + failed.getMessage());
        }
    }

    /// The folder name bytedeco's jars use for a platform, such as `linux-x86_64`.
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String kind = name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : name;
        return switch (processor) {
            case "amd64", "x86_64" -> kind + "-x86_64";
            case "aarch64", "arm64" -> kind + "-arm64";
            default -> kind + "-" + processor;
        };
    }

    /// Loads the files in order; one that needs an earlier one then finds it by its name, loaded already.
    @SuppressWarnings("restricted") // native access is what this class is for; the launcher enables it
    private static SymbolLookup open(Path folder, List<String> files) {
        for (String file : files.subList(0, files.size() - 1)) {
            SymbolLookup.libraryLookup(folder.resolve(file), Arena.global());
        }
        return SymbolLookup.libraryLookup(folder.resolve(files.getLast()), Arena.global());
    }

    /// A library that computes something else than plain Java is as bad as none.
    private static OpenBlasLibrary checked(SymbolLookup symbols) {
        int n = 300;
        float[] expected = new float[n * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                expected[row * n + column] = 1f / (1 + Math.abs(row - column)) + (row == column ? 2 : 0);
            }
        }
        float[] found = expected.clone();
        DenseMath.java(new Threads(1)).invertSymmetric(expected, n);
        try {
            OpenBlas.on(symbols, new Threads(1)).invertSymmetric(found, n);
        } catch (ArithmeticException wrong) {
            return new OpenBlasLibrary(null, "OpenBLAS computes wrongly on this machine: " + wrong.getMessage());
        }
        for (int k = 0; k < found.length; k++) {
            if (!(Math.abs(found[k] - expected[k]) < 1e-4)) {
                return new OpenBlasLibrary(
                        null,
                        "OpenBLAS computes wrongly on this machine: an inverse had " + found[k]
                                + " where plain Java has " + expected[k]);
            }
        }
        return new OpenBlasLibrary(symbols, "");
    }

    /// The fastest kernels of this machine on some threads, with the library from [#defaultCache()].
    public static Kernels kernels(Threads threads) {
        return new Kernels(VectorMath.fastest(), load(defaultCache()).dense(threads), threads);
    }

    /// The same kernels, the library loaded when somebody first needs it: most models need none to answer a list.
    public static Kernels kernelsWhenNeeded(Threads threads) {
        return new Kernels(
                VectorMath.fastest(),
                new WhenNeeded(new Lazy<>(() -> load(defaultCache()).dense(threads))),
                threads);
    }

    private record WhenNeeded(Lazy<DenseMath> dense) implements DenseMath {
        @Override
        public String name() {
            return dense.get().name();
        }

        @Override
        public void invertSymmetric(float[] matrix, int n) {
            dense.get().invertSymmetric(matrix, n);
        }

        @Override
        public void multiply(float[] a, float[] b, float[] c, int m, int n, int k) {
            dense.get().multiply(a, b, c, m, n, k);
        }
    }

    /// OpenBLAS where it could be loaded, else plain Java.
    public DenseMath dense(Threads threads) {
        return symbols == null ? DenseMath.java(threads) : OpenBlas.on(symbols, threads);
    }

    /// Why [#dense(Threads)] gives plain Java, a sentence without a full stop; empty where it gives OpenBLAS.
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }
}
