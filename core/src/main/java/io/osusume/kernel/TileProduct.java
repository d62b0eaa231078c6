package io.osusume.kernel;

/// One matrix product on one thread: the step [TiledDenseMath] is made of.
///
/// The result depends on the arguments alone: what runs at the same time on other threads must not change a bit of it.
interface TileProduct {
    /// `c = alpha a b + beta c`, where `a` is m x k, `b` is k x n and `c` is m x n as they are read; `c` is not
    /// transposed and overlaps neither factor. With `beta` 0 the old content of `c` is not read.
    void multiply(float alpha, Tile a, Tile b, float beta, Tile c, int m, int n, int k);
}
