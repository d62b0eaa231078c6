package io.osusume.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// [DenseMath] whose products are OpenBLAS's `cblas_sgemm`, called on Java arrays through the foreign-function API.
///
/// The library itself is held to one thread and called from several: its own threads cut the work differently by
/// their number, and with it the rounding; its `dpotrf` also crashed on two threads from n = 16,000 on. Here the
/// cutting is [TiledDenseMath]'s, which does not depend on the number of threads.
public final class OpenBlas implements TileProduct {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;

    private final MethodHandle sgemm;

    private OpenBlas(MethodHandle sgemm) {
        this.sgemm = sgemm;
    }

    /// Dense math on a loaded library.
    ///
    /// @param symbols where `cblas_sgemm` (with 32-bit sizes), `openblas_set_num_threads` and `openblas_get_config`
    ///     are found; must stay loaded
    /// @throws IllegalArgumentException if one of them is missing
    @SuppressWarnings("restricted") // native access is what this class is for; the launcher enables it
    public static DenseMath on(SymbolLookup symbols, Threads threads) {
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfInt size = ValueLayout.JAVA_INT;
        ValueLayout.OfFloat factor = ValueLayout.JAVA_FLOAT;
        MethodHandle sgemm = linker.downcallHandle(
                symbol(symbols, "cblas_sgemm"),
                FunctionDescriptor.ofVoid(
                        size,
                        size,
                        size,
                        size,
                        size,
                        size,
                        factor,
                        ValueLayout.ADDRESS,
                        size,
                        ValueLayout.ADDRESS,
                        size,
                        factor,
                        ValueLayout.ADDRESS,
                        size),
                Linker.Option.critical(true));
        MethodHandle setThreads =
                linker.downcallHandle(symbol(symbols, "openblas_set_num_threads"), FunctionDescriptor.ofVoid(size));
        MethodHandle config = linker.downcallHandle(
                symbol(symbols, "openblas_get_config"), FunctionDescriptor.of(ValueLayout.ADDRESS));
        try {
            setThreads.invokeExact(1);
            MemorySegment text = (MemorySegment) config.invokeExact();
            String words = text.reinterpret(1024, Arena.global(), null).getString(0);
            return new TiledDenseMath(words.strip(), new OpenBlas(sgemm), threads);
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    private static MemorySegment symbol(SymbolLookup symbols, String name) {
        return symbols.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the library has no function " + name + "; expected OpenBLAS with its C interface"));
    }

    @Override
    public void multiply(float alpha, Tile a, Tile b, float beta, Tile c, int m, int n, int k) {
        if (m == 0 || n == 0) {
            return;
        }
        // A heap array is passed in place: the call is short, and the garbage collector waits or pins meanwhile.
        try {
            sgemm.invokeExact(
                    ROW_MAJOR,
                    a.transposed() ? TRANSPOSED : AS_IT_IS,
                    b.transposed() ? TRANSPOSED : AS_IT_IS,
                    m,
                    n,
                    k,
                    alpha,
                    segment(a, m, k),
                    a.stride(),
                    segment(b, k, n),
                    b.stride(),
                    beta,
                    segment(c, m, n),
                    c.stride());
        } catch (Throwable thrown) {
            throw rethrown(thrown);
        }
    }

    /// The stretch of the array the tile lies in; the bounds are checked here, the library checks none.
    private static MemorySegment segment(Tile tile, int rows, int columns) {
        int lines = tile.transposed() ? columns : rows;
        int width = tile.transposed() ? rows : columns;
        long length = lines == 0 || width == 0 ? 0 : (lines - 1L) * tile.stride() + width;
        return MemorySegment.ofArray(tile.elements()).asSlice(tile.offset() * 4L, length * 4);
    }

    private static RuntimeException rethrown(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case Throwable checked -> new IllegalStateException("a native call failed", checked);
        };
    }
}
