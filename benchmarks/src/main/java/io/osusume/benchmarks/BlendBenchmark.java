package io.osusume.benchmarks;

import io.osusume.boosting.BoostedTreesTrainer;
import io.osusume.data.Interactions;
import io.osusume.data.Profile;
import io.osusume.data.Tensors;
import io.osusume.evaluation.Bootstrap;
import io.osusume.evaluation.Evaluation;
import io.osusume.evaluation.Evaluator;
import io.osusume.evaluation.PairedBootstrap;
import io.osusume.evaluation.Part;
import io.osusume.model.FoldIn;
import io.osusume.model.Trainer;
import io.osusume.model.TrainingListener;
import io.osusume.model.edlae.EdlaeTrainer;
import io.osusume.model.hybrid.HybridTrainer;
import io.osusume.model.twotower.TwoTowerTrainer;
import java.io.IOException;
import java.util.Locale;

/// Whether the denoising autoencoder `net-ranking` would earn a place beside the linear stage or the hybrid: NDCG@10 of
/// `model + weight * net` on the validation users, and how far each weight is above none, user by user.
///
/// Both scores are logarithms of a kind (of EDLAE the logarithm is taken), so that their sum multiplies what they say.
///
/// Arguments: `--split FILE --data DIR`, as of `evaluate`. Run it from the project root.
public final class BlendBenchmark {
    private static final double[] WEIGHTS = {0, .02, .05, .1, .2, .5};

    private final RealLists lists;

    private BlendBenchmark(RealLists lists) {
        this.lists = lists;
    }

    /// Runs the benchmark.
    ///
    /// @param arguments as the class comment says
    /// @throws IOException if a file cannot be read
    public static void main(String[] arguments) throws IOException {
        new BlendBenchmark(RealLists.of(arguments)).run();
    }

    private void run() {
        BoostedTreesTrainer trees = RealLists.trees(); // ends here where there are none
        FoldIn net = trained(TwoTowerTrainer.defaults());
        System.out.println("model   weight of the net  NDCG@10  above none [95% interval]");
        print(trained(EdlaeTrainer.defaults()), net, true);
        print(trained(HybridTrainer.defaults(trees)), net, false);
    }

    private <M extends FoldIn> M trained(Trainer<M> trainer) {
        return trainer.train(lists.training(), lists.kernels(), TrainingListener.SILENT);
    }

    private void print(FoldIn model, FoldIn net, boolean asLogarithm) {
        Evaluation alone = judged(new Blend("alone", model, net, 0, asLogarithm));
        for (double weight : WEIGHTS) {
            Evaluation found = judged(new Blend("blended", model, net, weight, asLogarithm));
            PairedBootstrap.Comparison difference = new PairedBootstrap(Bootstrap.DEFAULT)
                    .compare(found, alone, "ndcg@10")
                    .orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%-7s %17.2f  %.4f   %+.4f [%+.4f, %+.4f]%n",
                    model.name(),
                    weight,
                    found.estimate("ndcg@10").orElseThrow().mean(),
                    difference.difference(),
                    difference.low(),
                    difference.high());
        }
    }

    private Evaluation judged(FoldIn model) {
        return new Evaluator(Bootstrap.DEFAULT, System::nanoTime)
                .evaluate(model, lists.split(), Part.VALIDATION, lists.kernels().threads(), TrainingListener.SILENT);
    }

    private record Blend(String name, FoldIn model, FoldIn net, double weight, boolean asLogarithm) implements FoldIn {
        @Override
        public Interactions training() {
            return model.training();
        }

        @Override
        public Tensors state() {
            throw new UnsupportedOperationException("a blend is measured, not stored");
        }

        @Override
        public void score(Profile profile, float[] scores) {
            model.score(profile, scores);
            float[] more = new float[scores.length];
            net.score(profile, more);
            for (int item = 0; item < scores.length; item++) {
                double own = asLogarithm ? Math.log(Math.max(scores[item], 1e-9)) : scores[item];
                scores[item] = (float) (own + weight * more[item]);
            }
        }
    }
}
