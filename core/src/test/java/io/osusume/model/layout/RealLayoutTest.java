package io.osusume.model.layout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.evaluation.Split;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.Mal5000;
import io.osusume.model.TrainingListener;
import io.osusume.model.ease.Ease;
import io.osusume.model.ease.EaseTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The map of all titles that 5,000 real users have in their lists, by what EASE finds alike.
@Tag("shared")
class RealLayoutTest {
    private static final double GATE = 0.8;

    @Test
    void neighboursOnTheMapAreNeighboursForEase() {
        Split split = Mal5000.split();
        Threads threads = new Threads(2);
        Kernels kernels = new Kernels(VectorMath.fastest(), DenseMath.java(threads), threads);
        Ease ease = EaseTrainer.defaults().train(split.training(), kernels, TrainingListener.SILENT);
        int itemCount = split.training().itemCount();
        NeighbourLists lists = NeighbourLists.of(ease, itemCount, 15, threads);
        Layout layout = LayoutTrainer.defaults().train(lists, threads, TrainingListener.SILENT);
        double trust = Trustworthiness.of(layout, ease, 10, 10);
        int pile = Trustworthiness.largestPile(layout, 500);
        System.out.printf("%d titles: trustworthiness %.4f, largest pile %d%n", itemCount, trust, pile);
        assertTrue(trust >= GATE, "trustworthiness must be at least " + GATE + ", was " + trust);
        assertTrue(pile <= 2, "a 500th of the map's width must hold at most 2 titles, held " + pile);
    }
}
