package io.osusume.benchmarks;

import io.osusume.kernel.Kernels;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.EdlaeTrainer;

/// Chooses EDLAE's settings for MovieLens-1M by what they find among a part of the training entries: the best
/// of a grid in the sum of both figures, first what the weights are solved with, then how they are scored.
///
/// @param tuning the part held out
/// @param discounts whether lists may be discounted by length and items by popularity
record Ml1mSearch(Ml1m tuning, boolean discounts, Kernels kernels) {
    private static final double[] CONSTANTS = {100, 200, 400};
    private static final double[] DROPOUTS = {.4, .6, .8};
    private static final double[] STRONGEST = {0, .1, .2, .3};
    private static final double[] LENGTH_DISCOUNTS = {.5, .75};
    private static final double[] POPULARITY_DISCOUNTS = {0, .05, .1};
    private static final double[] NO_DISCOUNT = {0};

    /// The settings found best; prints every trial.
    EdlaeTrainer best() {
        EdlaeTrainer best = with(200, .6, .1, discounts ? .5 : 0, discounts ? .05 : 0);
        double highest = 0;
        for (double lengthDiscount : discounts ? LENGTH_DISCOUNTS : NO_DISCOUNT) {
            for (double constant : CONSTANTS) {
                for (double dropout : DROPOUTS) {
                    EdlaeTrainer next =
                            with(constant, dropout, best.strongest(), lengthDiscount, best.popularityDiscount());
                    double found = trial(next);
                    if (found > highest) {
                        highest = found;
                        best = next;
                    }
                }
            }
        }
        EdlaeTrainer solved = best;
        for (double strongest : STRONGEST) {
            for (double popularityDiscount : discounts ? POPULARITY_DISCOUNTS : NO_DISCOUNT) {
                EdlaeTrainer next = with(
                        solved.constant(), solved.dropout(), strongest, solved.lengthDiscount(), popularityDiscount);
                double found = trial(next);
                if (found > highest) {
                    highest = found;
                    best = next;
                }
            }
        }
        return best;
    }

    private static EdlaeTrainer with(
            double constant, double dropout, double strongest, double lengthDiscount, double popularityDiscount) {
        return new EdlaeTrainer(constant, dropout, strongest, 0, lengthDiscount, popularityDiscount);
    }

    private double trial(EdlaeTrainer trainer) {
        Ml1m.Figures figures =
                tuning.evaluate(trainer.train(tuning.training(), kernels, TrainingListener.SILENT), kernels.threads());
        System.out.printf(
                "tuning: Recall@20 %.4f NDCG@20 %.4f with %s%n", figures.recall(), figures.ndcg(), trainer.settings());
        return figures.recall() + figures.ndcg();
    }
}
