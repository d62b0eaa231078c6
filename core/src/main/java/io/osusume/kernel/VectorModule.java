package io.osusume.kernel;

/// Whether this Java was started with the module of the processor's vector registers.
final class VectorModule {
    /// What to do when it is absent.
    static final String REMEDY = "start Java with --add-modules=jdk.incubator.vector";

    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    static boolean present() {
        return ModuleLayer.boot().findModule(NAME).isPresent();
    }

    /// @throws IllegalStateException if it is absent
    static void require() {
        if (!present()) {
            throw new IllegalStateException("simd needs the module " + NAME + ": " + REMEDY);
        }
    }
}
