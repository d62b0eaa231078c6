package io.osusume.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PsiTest {
    @Test
    void byHandWithSharesOfATenthToFour() {
        // Counts to which the half count adds up to shares of 10, 30, 40, 20 and 20, 20, 30, 30 percent of 1,000,000:
        // (.2-.1) ln 2 + (.2-.3) ln(2/3) + (.3-.4) ln(3/4) + (.3-.2) ln(3/2) = .0693 + .0405 + .0288 + .0405 = .1792
        long[] expected = {100_000, 300_000, 400_000, 200_000};
        long[] found = {200_000, 200_000, 300_000, 300_000};
        double byHand = .1 * Math.log(2) + .1 * Math.log(1.5) + .1 * Math.log(4 / 3.0) + .1 * Math.log(1.5);
        assertEquals(.179175946922805, byHand, 1e-14);
        assertEquals(byHand, Psi.of(expected, found), 2e-6, "half a count in a million moves it by no more");
    }

    /// Computed by a program of its own in Python:
    /// `p=[(x+.5)/(sum(e)+len(e)/2) for x in e]`, `q` likewise of `a`, `sum((q-p)*math.log(q/p))`.
    @Test
    void asAnotherProgramComputesIt() {
        assertEquals(0.1876514970486382, Psi.of(new long[] {9, 29, 39, 19}, new long[] {19, 19, 29, 29}), 1e-14);
        assertEquals(
                0.9086430387737503, Psi.of(new long[] {100, 200, 300, 400}, new long[] {400, 300, 200, 100}), 1e-14);
        assertEquals(3.795008654310401, Psi.of(new long[] {1000, 0, 0}, new long[] {500, 500, 0}), 1e-14);
        assertEquals(
                0.0238472094014525,
                Psi.of(
                        new long[] {12, 40, 300, 1200, 5000, 9000, 4000, 800},
                        new long[] {30, 30, 200, 1500, 4000, 9900, 4400, 1000}),
                1e-14);
    }

    @Test
    void equalSharesHaveNoneAndItDoesNotMatterWhichComesFirst() {
        assertEquals(0, Psi.of(new long[] {10, 20}, new long[] {10, 20}));
        assertEquals(
                Psi.of(new long[] {5, 50, 500}, new long[] {50, 5, 500}),
                Psi.of(new long[] {50, 5, 500}, new long[] {5, 50, 500}),
                1e-15);
    }

    @Test
    void otherBinsAreRefused() {
        assertEquals(
                "a stability index needs the same bins twice, were 2 and 3",
                assertThrows(IllegalArgumentException.class, () -> Psi.of(new long[2], new long[3]))
                        .getMessage());
    }
}
