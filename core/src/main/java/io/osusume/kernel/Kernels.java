package io.osusume.kernel;

/// The numeric means a trainer gets: chosen once at start-up by the command line, named in every manifest.
public record Kernels(VectorMath vectors, DenseMath dense, Threads threads) {}
