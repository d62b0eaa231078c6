package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty epochs on real data beside Keras' own curves, each from the kernel that run began with;
/// embeddings, orders and validation rows are drawn anew.
///
/// The tolerances are the largest difference found between Keras' own runs of seeds 1 and 3, whose
/// kernels are alike (training loss .003, validation loss .005), and as much again for other validation
/// rows: 20,000 of them leave a mean loss or error a deviation of about .002. Seed 2, whose kernel is
/// smaller, lies up to .03 away.
@Tag("shared")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the rows are read once
class ParityCurvesTest {
    private final Map<Boolean, RealRows> read = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"zeros-seed", "zeros-fixed", "zeros-lr1e-3", "zeros-lr5e-3", "nozeros-seed", "nozeros-lr1e-3"})
    void everyEpochLiesWithinTheSpreadOfKerasRuns(String run) throws IOException {
        check(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros-seed@2",
                "zeros-seed@3",
                "zeros-lr1e-3@2",
                "zeros-lr1e-3@3",
                "zeros-lr5e-3@2",
                "nozeros-fixed",
                "nozeros-lr5e-3"
            })
    @EnabledIfSystemProperty(named = "osusume.tests", matches = "all", disabledReason = "-Dosusume.tests=all runs them")
    void andSoItIsFromOtherSeedsAndSettings(String run) throws IOException {
        check(run);
    }

    private void check(String run) throws IOException {
        List<double[]> keras = curve(run);
        List<SortedMap<String, Double>> ours = train(run);

        assertEquals(20, ours.size());
        for (int k = 0; k < 20; k++) {
            String where = run + " epoch " + (k + 1);
            SortedMap<String, Double> metrics = ours.get(k);
            assertEquals(keras.get(k)[2], at(metrics, "learning-rate"), 1e-9, where + " learning rate");
            assertEquals(keras.get(k)[3], at(metrics, "loss"), .006, where + " training loss");
            assertEquals(keras.get(k)[4], at(metrics, "validation-loss"), .008, where + " validation loss");
            assertEquals(keras.get(k)[5], at(metrics, "validation-mae"), .007, where + " validation MAE");
            assertEquals(keras.get(k)[6], at(metrics, "validation-mse"), .004, where + " validation MSE");
        }
    }

    private List<SortedMap<String, Double>> train(String run) throws IOException {
        List<SortedMap<String, Double>> epochs = new ArrayList<>();
        boolean unscored = run.startsWith("zeros");
        RealRows data = data(unscored);
        long[] rows = data.toArray();
        assertEquals(unscored ? 509_857 : 408_132, rows.length);
        SplittableRandom random = new SplittableRandom(1);
        TrainingRows.shuffle(rows, rows.length, random);
        NetWeights weights = NetWeights.random(data.userCount(), data.itemCount(), 128, random);
        NetWeights initial = new NetWeights(128, weights.users(), weights.items(), NetHead.initial(firstKernel(run)));
        new NetTraining(settings(run), NetKernels.fastest(2), new TrainingListener() {
                    @Override
                    public void epoch(int epoch, SortedMap<String, Double> metrics) {
                        epochs.add(metrics);
                    }
                })
                .run(rows, initial, random);
        return epochs;
    }

    private RealRows data(boolean unscored) throws IOException {
        if (!read.containsKey(unscored)) {
            read.put(unscored, RealRows.read(unscored, 20));
        }
        return Objects.requireNonNull(read.get(unscored));
    }

    private static double at(SortedMap<String, Double> metrics, String name) {
        return Objects.requireNonNull(metrics.get(name), name);
    }

    private static EmbeddingNetTrainer settings(String run) {
        LearningRateSchedule schedule = switch (run.replaceAll(".*zeros-|@.*", "")) {
            case "seed" -> LearningRateSchedule.original();
            case "fixed" -> new LearningRateSchedule(1e-5, 5e-3, 1e-5, 5, 0, .8);
            case "lr1e-3" -> LearningRateSchedule.constant(1e-3);
            case "lr5e-3" -> LearningRateSchedule.constant(5e-3);
            default -> throw new IllegalArgumentException(run);
        };
        UnscoredRows unscored = run.startsWith("zeros") ? UnscoredRows.AS_ZERO : UnscoredRows.LEFT_OUT;
        return new EmbeddingNetTrainer(
                run, 128, 20, 10_000, schedule, AdamRule.SUM_OF_SQUARES, .99, unscored, 20_000, 20, 1);
    }

    /// The kernel a run with this seed began with: that after the first epoch of `zeros-seed`, whose 49
    /// steps of 1e-5 each brought it nearer to 0.
    private static double firstKernel(String run) throws IOException {
        String sameSeed = "zeros-seed" + run.replaceAll("^[^@]*", "");
        double after = curve(sameSeed).getFirst()[12];
        return after + Math.signum(after) * 49 * 1e-5;
    }

    /// Columns as in the file, the name of the run as NaN.
    private static List<double[]> curve(String run) throws IOException {
        return Files.readAllLines(SharedData.file("parity/curves/" + run + ".csv")).stream()
                .skip(1)
                .map(line -> Stream.of(line.split(",", -1))
                        .mapToDouble(cell -> cell.equals(run) ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toList();
    }
}
