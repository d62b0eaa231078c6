package io.osusume.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.Tensors;
import io.osusume.kernel.Threads;
import io.osusume.model.Recommender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ml1mTest {
    @TempDir
    Path folder;

    /// Ranks items by their index, the largest first.
    private record Descending(Interactions training) implements Recommender {
        @Override
        public String name() {
            return "descending";
        }

        @Override
        public void score(int userIndex, float[] scores) {
            for (int item = 0; item < scores.length; item++) {
                scores[item] = item;
            }
        }

        @Override
        public Tensors state() {
            return Tensors.of(Map.of());
        }
    }

    private Ml1m data(String train, String test) throws IOException {
        write("train.txt.gz", train);
        write("test.txt.gz", test);
        return Ml1m.read(folder);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// User 0 has item 39; of 38 to 19, the twenty best unseen, 38 and 36 are held out, 5 lies too deep: recall
    /// 2/3; ranks 1 and 3 gain 1 + 1/2, the ideal of three is 1 + 1/log2(3) + 1/2. User 1 has nothing held out.
    @Test
    void recallIsOverAllThatIsHeldOutAndUsersWithoutAreLeftOut() throws IOException {
        Ml1m data = data("0 39\n1 2 3\n", "0 5 36 38\n1\n");
        Ml1m.Figures figures = data.evaluate(new Descending(data.training()), new Threads(2));
        assertEquals(2 / 3.0, figures.recall(), 1e-12);
        assertEquals(1.5 / (1.5 + Math.log(2) / Math.log(3)), figures.ndcg(), 1e-12);
    }

    @Test
    void tuningHoldsOutTrainingEntriesAndKnowsNothingOfTheTest() throws IOException {
        Ml1m one = data("0 0 1 2 3 4 5 6 7 8 9\n1 3\n", "0 10 11\n").tuning(.2, 7);
        Ml1m other = data("0 0 1 2 3 4 5 6 7 8 9\n1 3\n", "0 11\n").tuning(.2, 7);
        assertEquals(8, one.training().profile(0).size(), "two of ten are held out");
        assertEquals(1, one.training().profile(1).size(), "a single entry stays");
        assertEquals(
                one.evaluate(new Descending(one.training()), new Threads(1)),
                other.evaluate(new Descending(other.training()), new Threads(1)));
    }

    @Test
    void aLineThatIsNotMadeOfNumbersIsNamed() {
        assertEquals(
                "train.txt.gz line 2 must be a user and items, all numbers",
                assertThrows(IOException.class, () -> data("0 1\n1 two\n", "")).getMessage());
    }
}
