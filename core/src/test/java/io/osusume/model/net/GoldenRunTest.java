package io.osusume.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.SharedData;
import io.osusume.kernel.Team;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keras' own losses, batch by batch, from the same initial weights on the same rows.
@Tag("shared")
class GoldenRunTest {
    private static final int SIZE = 16;
    private static final int BATCH = 10_000;

    private final List<Double> losses = new ArrayList<>();
    private final List<Double> absolute = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(AdamRule.class)
    void everyBatchHasTheLossThatKerasPrinted(AdamRule rule) throws IOException {
        NetWeights trained = train(rule, VectorMath.fastest());

        String file = rule == AdamRule.SUM_OF_SQUARES ? "batch_losses.csv" : "batch_losses_tfkeras2.csv";
        List<String> lines = Files.readAllLines(SharedData.file("parity/golden/" + file));
        assertEquals(48, losses.size());
        assertEquals(49, lines.size());
        for (int k = 0; k < losses.size(); k++) {
            String[] cells = lines.get(k + 1).split(",", -1);
            int lossColumn = rule == AdamRule.SUM_OF_SQUARES ? 3 : 2;
            assertEquals(Double.parseDouble(cells[lossColumn]), losses.get(k), 1e-5, "loss of batch " + k);
            if (rule == AdamRule.SUM_OF_SQUARES) {
                assertEquals(Double.parseDouble(cells[4]), absolute.get(k), 1e-5, "MAE of batch " + k);
            }
        }
        if (rule == AdamRule.SUM_OF_SQUARES) {
            assertNear("user_embedding_final.npy", trained.users());
            assertNear("anime_embedding_final.npy", trained.items());
            assertEquals(1.2070626, trained.head().kernel(), 1e-5);
            assertEquals(.9570062, trained.head().gamma(), 1e-5);
            assertEquals(.0410303, trained.head().beta(), 1e-5);
            assertEquals(.6548404, trained.head().movingVariance(), 1e-5);
        }
    }

    private NetWeights train(AdamRule rule, VectorMath vectors) throws IOException {
        float[] user = numbers("user.npy");
        float[] anime = numbers("anime.npy");
        float[] rating = numbers("rating.npy");
        long[] rows = new long[user.length];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = TrainingRows.row((int) user[k], (int) anime[k], (int) rating[k]);
        }
        float[] targets = new float[11];
        for (int k = 0; k <= 10; k++) {
            targets[k] = UnscoredRows.AS_ZERO.target(k);
        }
        NetWeights initial = new NetWeights(
                SIZE,
                numbers("user_embedding0.npy"),
                numbers("anime_embedding0.npy"),
                NetHead.initial(numbers("dense_kernel0.npy")[0]));
        try (Team team = new Team(new Threads(2))) {
            NetOptimizer net = new NetOptimizer(initial, rule, .99, BATCH, vectors, team);
            for (int epoch = 0; epoch < 3; epoch++) {
                for (int from = 0; from < rows.length; from += BATCH) {
                    MetricSums batch =
                            net.step(rows, from, Math.min(rows.length, from + BATCH), targets, 1e-3, () -> {});
                    losses.add(batch.meanLoss());
                    absolute.add(batch.meanAbsolute());
                }
            }
            return net.weights();
        }
    }

    private static void assertNear(String file, float[] trained) throws IOException {
        float[] expected = numbers(file);
        assertEquals(expected.length, trained.length);
        for (int k = 0; k < trained.length; k++) {
            assertEquals(expected[k], trained[k], 1e-5f, file + " at " + k);
        }
    }

    private static float[] numbers(String file) throws IOException {
        return NpyFile.read(SharedData.file("parity/golden/" + file));
    }
}
