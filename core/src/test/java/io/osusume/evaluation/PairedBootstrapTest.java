package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    private static final PairedBootstrap PAIRED = new PairedBootstrap(Bootstrap.DEFAULT);

    private static Evaluation evaluation(String model, double... values) {
        long[] users = new long[values.length];
        Arrays.setAll(users, user -> 100 + user);
        Findings findings = new Findings();
        findings.byMetric.put("mrr", values);
        return Evaluation.owning(model, Part.TEST, users, findings, new long[values.length], Bootstrap.DEFAULT);
    }

    @Test
    void aConstantDifferenceHasAnIntervalWithoutWidth() {
        // Every user gains exactly .25, however hard the user is: whoever is drawn again, the mean is .25.
        PairedBootstrap.Comparison comparison = PAIRED.compare(
                        evaluation("a", .25, .5, 1, .75), evaluation("b", 0, .25, .75, .5), "mrr")
                .orElseThrow();

        assertEquals(new PairedBootstrap.Comparison("a", "b", "mrr", .25, .25, .25, 1, 4), comparison);
    }

    @Test
    void theDifferenceTurnsItsSignWithTheOrderOfTheModels() {
        SplittableRandom random = new SplittableRandom(3);
        double[] first = random.doubles(200).toArray();
        double[] second = random.doubles(200).toArray();
        PairedBootstrap.Comparison there = PAIRED.compare(evaluation("a", first), evaluation("b", second), "mrr")
                .orElseThrow();
        PairedBootstrap.Comparison back = PAIRED.compare(evaluation("b", second), evaluation("a", first), "mrr")
                .orElseThrow();

        assertEquals(there.difference(), -back.difference(), 1e-12);
        assertEquals(there.low(), -back.high(), 1e-12);
        assertEquals(there.shareAbove(), 1 - back.shareAbove(), 1e-12);
        assertTrue(there.low() < there.difference() && there.difference() < there.high());
    }

    @Test
    void usersWithoutAValueOnEitherSideAreLeftOut() {
        PairedBootstrap.Comparison comparison = PAIRED.compare(
                        evaluation("a", .5, Double.NaN, 1), evaluation("b", .25, 1, .75), "mrr")
                .orElseThrow();

        assertEquals(2, comparison.users());
        assertEquals(.25, comparison.difference(), 1e-12);
        assertTrue(PAIRED.compare(evaluation("a", Double.NaN), evaluation("b", 1), "mrr")
                .isEmpty());
    }

    @Test
    void differentUsersAreRefused() {
        assertEquals(
                "'a' was evaluated on 1 users, 'b' on 2: a paired comparison needs the same users",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PAIRED.compare(evaluation("a", 1), evaluation("b", 1, 1), "mrr"))
                        .getMessage());
    }

    @Test
    void quantilesLieOnStraightLinesBetweenNeighbours() {
        double[] values = {0, 10, 20, 30, 40};

        assertArrayEquals(new double[] {0, 10, 15, 40}, new double[] {
            Bootstrap.quantile(values, 0), // the first
            Bootstrap.quantile(values, .25), // place .25 * 4 = 1
            Bootstrap.quantile(values, .375), // place 1.5
            Bootstrap.quantile(values, 1)
        });
    }

    @Test
    void tooFewResamplesAreRefused() {
        assertEquals(
                "resamples must be at least 1000, was 999",
                assertThrows(IllegalArgumentException.class, () -> new Bootstrap(999, 1))
                        .getMessage());
    }
}
