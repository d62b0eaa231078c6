package io.osusume.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.TrainingException;
import io.osusume.model.TrainingListener;
import io.osusume.model.rank.Ranker;
import io.osusume.model.rank.RankerRows;
import io.osusume.model.rank.TreeEnsemble;
import io.osusume.natives.LightGbmLibrary;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoostedTreesTrainerTest {
    private static final BoostedTreesSettings SMALL = new BoostedTreesSettings(20, 15, .1, 20, .5, .7, 5, 63);

    private SymbolLookup symbols = SymbolLookup.loaderLookup();

    @BeforeAll
    void loadTheLibrary(@TempDir(cleanup = CleanupMode.NEVER) Path cache) {
        LightGbmLibrary library = LightGbmLibrary.load(cache);
        assertEquals("", library.problem().orElse(""));
        symbols = library.symbols().orElseThrow();
    }

    private TreeEnsemble train(RankerRows rows, long seed, int threads) {
        return new BoostedTreesTrainer(symbols, SMALL).train(rows, seed, new Threads(threads), TrainingListener.SILENT);
    }

    @Test
    void marginsAreBitEqualToTheLibrarysOnTwentyThousandRowsItHasNotSeen() {
        SampleRows training = new SampleRows(1);
        SampleRows other = new SampleRows(2);
        float[] rows = other.features(20_000);
        BoostedTreesTrainer trainer = new BoostedTreesTrainer(symbols, BoostedTreesSettings.defaults());
        Threads threads = new Threads(1);
        try (LightGbm.Booster booster =
                new LightGbm(symbols).booster(training.rows(6000), trainer.parameters(3, threads))) {
            for (int k = 0; k < 150; k++) {
                assertTrue(booster.grow());
            }
            TreeEnsemble trees = TreeEnsemble.of(SampleRows.NAMES, ModelText.trees(booster.model()));
            assertEquals(150, trees.trees());
            double[] expected = booster.margins(rows, 20_000);
            double[] found = new double[20_000];
            trees.margins(rows, 20_000, found);
            for (int row = 0; row < 20_000; row++) {
                assertEquals(expected[row], found[row], "row " + row);
                assertEquals(expected[row], trees.margin(rows, row * SampleRows.NAMES.size()), "row " + row);
            }
        }
    }

    @Test
    void theModelDoesNotDependOnTheThreads() {
        RankerRows rows = new SampleRows(5).rows(20_000);
        TreeEnsemble one = train(rows, 7, 1);
        assertSameState(one.state(), train(rows, 7, 2).state());
    }

    @Test
    void anotherSeedGivesOtherTrees() {
        RankerRows rows = new SampleRows(5).rows(5000);
        assertFalse(java.util.Arrays.equals(
                train(rows, 7, 1).state().doubles("number"),
                train(rows, 8, 1).state().doubles("number")));
    }

    @Test
    void aRestoredModelIsTheSame() {
        TreeEnsemble trees = train(new SampleRows(5).rows(5000), 7, 1);
        Ranker restored = Ranker.of(trees.state());
        float[] rows = new SampleRows(6).features(500);
        double[] expected = new double[500];
        double[] found = new double[500];
        trees.margins(rows, 500, expected);
        restored.margins(rows, 500, found);
        assertArrayEquals(expected, found);
        assertEquals(trees.features(), restored.features());
        assertSameState(trees.state(), restored.state());
    }

    /// The label depends on a sum of two features, on a third only where it is missing; chance alone
    /// gives .69.
    @Test
    void treesLearnWhatDecidesTheLabel() {
        SampleRows unseen = new SampleRows(9);
        RankerRows test = unseen.rows(4000);
        TreeEnsemble trees = train(new SampleRows(8).rows(8000), 1, 1);
        double loss = 0;
        float[] row = new float[test.width()];
        for (int k = 0; k < test.size(); k++) {
            test.copy(k, 1, row);
            double probability = Ranker.probability(trees.margin(row, 0));
            loss -= Math.log(test.label(k) == 1 ? probability : 1 - probability);
        }
        assertTrue(loss / test.size() < .45, "log loss " + loss / test.size());
    }

    @Test
    void rowsWithOneLabelOnlyGiveOneLeafAndANote() {
        RankerRows.Builder rows = new RankerRows.Builder(List.of("a"));
        for (int k = 0; k < 1000; k++) {
            rows.add(new float[] {k}, 0, false);
        }
        List<String> notes = new ArrayList<>();
        TreeEnsemble trees = new BoostedTreesTrainer(symbols, SMALL)
                .train(rows.build(), 1, new Threads(1), new TrainingListener() {
                    @Override
                    public void note(String sentence) {
                        notes.add(sentence);
                    }
                });
        assertEquals(List.of("trees: after 0 of 20 trees no split was left that helps"), notes);
        assertEquals(1, trees.trees());
        assertEquals(0, trees.depth(0));
        assertTrue(Ranker.probability(trees.margin(new float[] {1}, 0)) < 1e-6);
    }

    @Test
    void noRowsAreNamed() {
        RankerRows rows = new RankerRows.Builder(List.of("a")).build();
        assertEquals(
                "trees: at least 1 row is needed, found none",
                assertThrows(TrainingException.class, () -> train(rows, 1, 1)).getMessage());
    }

    private static void assertSameState(Tensors expected, Tensors found) {
        assertEquals(expected.attributes(), found.attributes());
        assertEquals(expected.byName().keySet(), found.byName().keySet());
        for (Map.Entry<String, Tensor> entry : expected.byName().entrySet()) {
            if (entry.getValue() instanceof Tensor.Doubles doubles) {
                assertArrayEquals(doubles.elements(), found.doubles(entry.getKey()), entry.getKey());
            } else {
                assertArrayEquals(expected.ints(entry.getKey()), found.ints(entry.getKey()), entry.getKey());
            }
        }
    }
}
