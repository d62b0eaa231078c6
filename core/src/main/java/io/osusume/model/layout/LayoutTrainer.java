package io.osusume.model.layout;

import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;

/// Lays items out in two dimensions so that neighbours stay neighbours: each is pulled to its neighbours
/// and pushed away by all others. The same lists, settings and seed give the same bits on any number of
/// threads.
///
/// Gradient descent with momentum on the divergence of the two similarities, from a [SpectralStart],
/// with neighbours pulled harder at first and a little harder to the end. Source: van der Maaten,
/// Accelerating t-SNE (2014); Belkina et al. for the learning rate (2019); Kobak and Linderman for the
/// start (2021).
///
/// @param iterations at least 1; a quarter of them are those in which neighbours are pulled harder
/// @param exaggeration how much harder at first, at least 1
/// @param lateExaggeration how much harder to the end, at least 1: more than 1 draws groups together
/// @param seed of the start
public record LayoutTrainer(int iterations, double exaggeration, double lateExaggeration, long seed) {
    private static final double EARLY = 0.25;
    private static final float LONGEST_STEP = 5;
    private static final float START = 1e-2f;

    /// The least distance of two items, as a share of the distance they would have on an even grid.
    private static final double SPACE = 0.3;

    private static final double LEAST_SPACE = 0.002;

    public LayoutTrainer {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, was " + iterations);
        }
        if (!(exaggeration >= 1) || !(lateExaggeration >= 1)) {
            throw new IllegalArgumentException(
                    "exaggerations must be at least 1, were " + exaggeration + " and " + lateExaggeration);
        }
    }

    /// What gives a good map of some thousand titles: 7,390 took 3 to 6 seconds of processor time.
    public static LayoutTrainer defaults() {
        return new LayoutTrainer(400, 12, 1.3, 1);
    }

    /// Lays the items out. An item without neighbours, which nobody has as a neighbour either, stands at
    /// the rim.
    ///
    /// @throws TrainingException if a coordinate is not a number any more
    public Layout train(NeighbourLists lists, Threads threads, TrainingListener listener) {
        int itemCount = lists.itemCount();
        if (itemCount == 0) {
            return new Layout(toString(), new float[0]);
        }
        NeighbourGraph graph = NeighbourGraph.of(lists, threads);
        listener.progress("looking for a start", 0);
        float[][] start = new SpectralStart(graph, threads).positions(seed);
        Descent descent = new Descent(graph, start[0], start[1], START, threads);
        int early = (int) (iterations * EARLY);
        for (int iteration = 0; iteration < iterations; iteration++) {
            boolean first = iteration < early;
            descent.step(first ? exaggeration : lateExaggeration, exaggeration, first ? 0.5f : 0.8f, LONGEST_STEP);
            if (iteration % 50 == 0) {
                listener.progress("laying out", (double) iteration / iterations);
            }
            if (!descent.isFinite()) {
                throw new TrainingException("layout: a coordinate is not a number after iteration " + (iteration + 1)
                        + " of " + iterations);
            }
        }
        float[] positions = descent.framed();
        Spacing.apply(positions, (float) Math.max(LEAST_SPACE, SPACE * 2 / Math.sqrt(itemCount)));
        listener.progress("done", 1);
        return new Layout(toString(), positions);
    }
}
