package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.osusume.data.Franchises;
import io.osusume.data.Profile;
import org.junit.jupiter.api.Test;

class SequelFreeTest {
    /// Items 0 2 4 are one franchise, 1 and 5 another; 3 and 6 stand alone.
    private static final SequelFree TASK =
            new SequelFree(Franchises.grouped(new int[] {0, 1, 0, 2, 0, 1, 3}, new double[7]));

    @Test
    void theFranchisesOfTheListAreExcludedAndTheListItself() {
        assertArrayEquals(new int[] {0, 2, 3, 4}, TASK.excluded(Profile.ofItems(2, 3)));
        assertArrayEquals(new int[] {1, 5, 6}, TASK.excluded(Profile.ofItems(5, 6)));
        assertArrayEquals(new int[] {}, TASK.excluded(Profile.ofItems()));
    }

    @Test
    void whatIsLeftToFindIsOfOtherFranchises() {
        HeldOutUser user = new HeldOutUser(1, Profile.ofItems(2), new int[] {0, 1, 4, 6});

        assertArrayEquals(new int[] {1, 6}, SequelFree.remaining(user, TASK.excluded(user.foldIn())));
    }

    @Test
    void aUserWithSequelsAloneHasNothingLeft() {
        HeldOutUser user = new HeldOutUser(1, Profile.ofItems(2), new int[] {0, 4});

        assertArrayEquals(new int[] {}, SequelFree.remaining(user, TASK.excluded(user.foldIn())));
    }
}
