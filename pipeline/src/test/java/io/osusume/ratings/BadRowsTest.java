package io.osusume.ratings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BadRowsTest {
    @Test
    void asManyAsAllowedPassAndAreListed() {
        BadRows rows = bad(2);
        rows.check(new BadRowPolicy(2));
        assertEquals(2, rows.count());
        assertEquals(11, rows.first().getLast().line());
    }

    @Test
    void oneMoreFailsAndSaysHowManyAndHowToAllowThem() {
        RatingFormatException thrown =
                assertThrows(RatingFormatException.class, () -> bad(1).check(BadRowPolicy.NONE_ALLOWED));
        assertEquals("""
                animelist.csv has 1 bad row, 0 allowed:
                  animelist.csv line 10: rating must be a whole number in [0, 10], was '11'
                mend the file, or allow them with ingest.max-bad-rows = 1""", thrown.getMessage());
    }

    @Test
    void manyAreCountedAndTheFirstFiveNamed() {
        RatingFormatException thrown =
                assertThrows(RatingFormatException.class, () -> bad(1000).check(new BadRowPolicy(999)));
        assertEquals("""
                animelist.csv has 1000 bad rows, 999 allowed:
                  animelist.csv line 10: rating must be a whole number in [0, 10], was '11'
                  animelist.csv line 11: rating must be a whole number in [0, 10], was '11'
                  animelist.csv line 12: rating must be a whole number in [0, 10], was '11'
                  animelist.csv line 13: rating must be a whole number in [0, 10], was '11'
                  animelist.csv line 14: rating must be a whole number in [0, 10], was '11'
                  and 995 more
                mend the file, or allow them with ingest.max-bad-rows = 1000""", thrown.getMessage());
    }

    @Test
    void rowsOfALaterPartAreCountedFromTheFilesFirstLine() {
        BadRows whole = bad(1);
        whole.addAll(bad(1), 100);
        assertEquals(2, whole.count());
        assertEquals(110, whole.first().getLast().line());
    }

    @Test
    void aPolicyCannotAllowFewerThanNone() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> new BadRowPolicy(-1));
        assertEquals("ingest.max-bad-rows must be at least 0, was -1", thrown.getMessage());
    }

    private static BadRows bad(int count) {
        BadRows rows = new BadRows();
        for (int k = 0; k < count; k++) {
            rows.add(new BadRow("animelist.csv", 10 + k, "rating", "11", "must be a whole number in [0, 10]"));
        }
        return rows;
    }
}
