package io.osusume.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// LightGBM from the lightgbm4j jar on the class path, or the reason why it cannot be used.
///
/// A loaded library stays loaded until the program ends.
public final class LightGbmLibrary {
    private final @Nullable SymbolLookup symbols;
    private final String problem;

    private LightGbmLibrary(@Nullable SymbolLookup symbols, String problem) {
        this.symbols = symbols;
        this.problem = problem;
    }

    /// Takes the library of this platform out of its jar, where that is not done yet, and loads it.
    ///
    /// @param cache the folder that keeps what was taken out, such as [OpenBlasLibrary#defaultCache()]
    public static LightGbmLibrary load(Path cache) {
        return load(cache, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher enables it
    static LightGbmLibrary load(Path cache, String system, String processor) {
        String platform = platform(system, processor);
        String file = platform.startsWith("windows")
                ? "lib_lightgbm.dll"
                : platform.startsWith("osx") ? "lib_lightgbm.dylib" : "lib_lightgbm.so";
        String resources = "/lightgbm4j/" + platform + "/";
        if (!NativeFolder.exists(resources + file)) {
            return new LightGbmLibrary(
                    null, "there is no LightGBM for " + platform + " on the class path (the lightgbm4j jar)");
        }
        try {
            Path folder =
                    NativeFolder.extract(cache, "lightgbm-" + platform.replace('/', '-'), resources, List.of(file));
            letWaitingThreadsSleep();
            return new LightGbmLibrary(SymbolLookup.libraryLookup(folder.resolve(file), Arena.global()), "");
        } catch (IOException failed) {
            return new LightGbmLibrary(null, "LightGBM could not be written to " + cache + ": " + failed.getMessage());
        } catch (IllegalArgumentException | IllegalCallerException failed) {
            return new LightGbmLibrary(
                    null,
                    "LightGBM could not be loaded: " + failed.getMessage()
                            + "; it needs an OpenMP runtime (Linux: libgomp1, macOS: libomp)");
        }
    }

    /// Between two parallel loops OpenMP's threads by default spin, which takes the processor from
    /// whoever has work: on a busy machine training then takes four times as long. The runtime reads
    /// its environment when it is loaded; what the user has set stays.
    @SuppressWarnings("restricted")
    private static void letWaitingThreadsSleep() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setenv").ifPresent(function -> {
            try (Arena arena = Arena.ofConfined()) {
                int keep = 0;
                linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT))
                        .invokeWithArguments(
                                arena.allocateFrom("OMP_WAIT_POLICY"), arena.allocateFrom("passive"), keep);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new IllegalStateException("a C function threw", impossible);
            }
        });
    }

    /// The folder a platform has in the jar, such as `linux/x86_64`.
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String kind = name.startsWith("mac") ? "osx" : name.startsWith("windows") ? "windows" : name;
        return switch (processor) {
            case "amd64", "x86_64" -> kind + "/x86_64";
            case "aarch64", "arm64" -> kind + "/aarch64";
            default -> kind + "/" + processor;
        };
    }

    /// The library's functions; empty where [#problem()] says why.
    public Optional<SymbolLookup> symbols() {
        return Optional.ofNullable(symbols);
    }

    /// Why there are no [#symbols()], a sentence without a full stop; empty where there are.
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }
}
