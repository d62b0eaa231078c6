package io.osusume.benchmarks;

import io.osusume.boosting.BoostedTreesSettings;
import io.osusume.boosting.BoostedTreesTrainer;
import io.osusume.catalog.CatalogueCsv;
import io.osusume.data.ItemFacts;
import io.osusume.data.TrainingData;
import io.osusume.evaluation.Split;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.natives.LightGbmLibrary;
import io.osusume.natives.OpenBlasLibrary;
import io.osusume.split.SplitFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A given split and the facts of its titles, as the arguments `--split FILE --data DIR` name them, and what trains on
/// them with all processors.
record RealLists(Split split, ItemFacts facts, Kernels kernels) {
    /// @throws IllegalArgumentException if the arguments are others
    static RealLists of(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.size() != 4
                || !words.get(0).equals("--split")
                || !words.get(2).equals("--data")) {
            throw new IllegalArgumentException("arguments must be --split FILE --data DIR, were " + words);
        }
        Split split = SplitFile.read(Path.of(words.get(1)));
        ItemFacts facts = ItemFacts.of(CatalogueCsv.readFolder(Path.of(words.get(3))), split.items());
        return new RealLists(
                split,
                facts,
                OpenBlasLibrary.kernels(new Threads(Runtime.getRuntime().availableProcessors())));
    }

    TrainingData training() {
        return new TrainingData(split.training(), facts);
    }

    /// The usual ranker of the hybrid.
    ///
    /// @throws IllegalStateException if LightGBM cannot be loaded
    static BoostedTreesTrainer trees() {
        LightGbmLibrary library = LightGbmLibrary.load(OpenBlasLibrary.defaultCache());
        return new BoostedTreesTrainer(
                library.symbols()
                        .orElseThrow(() ->
                                new IllegalStateException(library.problem().orElse(""))),
                BoostedTreesSettings.defaults());
    }
}
