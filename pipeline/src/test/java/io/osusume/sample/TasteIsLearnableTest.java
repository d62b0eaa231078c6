package io.osusume.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A model that knows who liked what beats one that only counts, by far: the simulated tastes can be learnt.
class TasteIsLearnableTest {
    private static final int TITLES = 450;
    private static final int TRAINING = 3_000;
    private static final int TESTED = 400;
    private static final int N = 10;

    @Test
    void neighboursOfTitlesBeatPopularityClearly() {
        SimulatedUsers users = new SimulatedUsers(SimulatedTitles.of(TITLES, 42), 42);
        int[] lengths = ListLengths.draw(TRAINING + TESTED, 70L * (TRAINING + TESTED), TITLES * 4 / 5, 43);
        SimulatedList list = users.newList();
        double[] counts = new double[TITLES];
        double[][] together = new double[TITLES][TITLES];
        for (int user = 0; user < TRAINING; user++) {
            users.draw(user, lengths[user], list);
            for (int a = 0; a < list.size(); a++) {
                counts[list.title(a)]++;
                for (int b = 0; b < list.size(); b++) {
                    together[list.title(a)][list.title(b)]++;
                }
            }
        }
        double popularity = 0;
        double neighbours = 0;
        SplittableRandom random = new SplittableRandom(44);
        for (int user = TRAINING; user < TRAINING + TESTED; user++) {
            users.draw(user, Math.max(10, lengths[user]), list);
            boolean[] known = new boolean[TITLES];
            boolean[] heldOut = new boolean[TITLES];
            for (int entry = 0; entry < list.size(); entry++) {
                (random.nextDouble() < .2 ? heldOut : known)[list.title(entry)] = true;
            }
            double[] scores = new double[TITLES];
            for (int title = 0; title < TITLES; title++) {
                for (int other = 0; other < TITLES; other++) {
                    if (known[other]) {
                        double cosine = together[title][other] / Math.sqrt(counts[title] * counts[other] + 1);
                        scores[title] += Math.pow(cosine, 4); // sharpened: only near neighbours count
                    }
                }
            }
            popularity += hits(counts, known, heldOut);
            neighbours += hits(scores, known, heldOut);
        }
        double byCount = popularity / TESTED;
        double byNeighbours = neighbours / TESTED;
        assertTrue(byNeighbours > 2 * byCount, "popularity " + byCount + ", neighbours " + byNeighbours);
    }

    /// Recall@10 over the titles not known.
    private static double hits(double[] scores, boolean[] known, boolean[] heldOut) {
        boolean[] listed = known.clone();
        double hits = 0;
        int wanted = 0;
        for (boolean one : heldOut) {
            wanted += one ? 1 : 0;
        }
        for (int rank = 0; rank < N; rank++) {
            int best = -1;
            for (int title = 0; title < scores.length; title++) {
                if (!listed[title] && (best < 0 || scores[title] > scores[best])) {
                    best = title;
                }
            }
            listed[best] = true;
            hits += heldOut[best] ? 1 : 0;
        }
        return wanted == 0 ? 0 : hits / Math.min(N, wanted);
    }
}
