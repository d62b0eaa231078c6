package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty epochs on real data beside Keras' own curves, each from the kernel that run began with;
/// embeddings, orders and validation rows are drawn anew.
@Tag("shared")
class ParityCurvesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeros-seed",
                "zeros-seed@2",
                "zeros-seed@3",
                "zeros-fixed",
                "zeros-lr1e-3",
                "zeros-lr1e-3@2",
                "zeros-lr1e-3@3",
                "zeros-lr5e-3",
                "zeros-lr5e-3@2",
                "nozeros-seed",
                "nozeros-fixed",
                "nozeros-lr1e-3",
                "nozeros-lr5e-3"
            })
    void everyEpochLiesWithinTheSpreadOfKerasRuns(String run) throws IOException {
        List<double[]> keras = curve(run);
        List<SortedMap<String, Double>> ours = new ArrayList<>();
        RealRows data = RealRows.read(run.startsWith("zeros"), 20);
        long[] rows = data.toArray();
        assertEquals(run.startsWith("zeros") ? 509_857 : 408_132, rows.length);
        SplittableRandom random = new SplittableRandom(1);
        TrainingRows.shuffle(rows, rows.length, random);
        NetWeights weights = NetWeights.random(data.userCount(), data.itemCount(), 128, random);
        NetWeights initial = new NetWeights(128, weights.users(), weights.items(), NetHead.initial(firstKernel(keras)));
        new NetTraining(settings(run), NetKernels.fastest(2), new TrainingListener() {
                    @Override
                    public void epoch(int epoch, SortedMap<String, Double> metrics) {
                        ours.add(metrics);
                    }
                })
                .run(rows, initial, random);
        for (int k = 0; k < 20; k++) {
            System.out.printf(
                    "%s %d lr %.6f/%.6f train %.4f/%.4f val %.4f/%.4f mae %.4f/%.4f mse %.4f/%.4f%n",
                    run,
                    k + 1,
                    ours.get(k).get("learning-rate"),
                    keras.get(k)[2],
                    ours.get(k).get("loss"),
                    keras.get(k)[3],
                    ours.get(k).get("validation-loss"),
                    keras.get(k)[4],
                    ours.get(k).get("validation-mae"),
                    keras.get(k)[5],
                    ours.get(k).get("validation-mse"),
                    keras.get(k)[6]);
        }
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

    /// The kernel after the first epoch, moved back against 49 (39 without unscored rows) steps of Adam
    /// towards 0.
    private static double firstKernel(List<double[]> keras) {
        double after = keras.getFirst()[12];
        return after + Math.signum(after) * keras.getFirst()[2] * 49;
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
