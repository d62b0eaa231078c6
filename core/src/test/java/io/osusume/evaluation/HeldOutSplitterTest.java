package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.RatingScale;
import io.osusume.data.Tensor;
import io.osusume.data.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutSplitterTest {
    private static final HeldOutSplitter SPLITTER = new HeldOutSplitter(.2, .1, .2, 10, Integer.MAX_VALUE, 7);

    /// 100 users; user `u` has `u % 40 + 1` entries.
    private static int[] offsets() {
        int[] offsets = new int[101];
        for (int user = 0; user < 100; user++) {
            offsets[user + 1] = offsets[user] + user % 40 + 1;
        }
        return offsets;
    }

    private static Interactions interactions() {
        InteractionsBuilder builder = new InteractionsBuilder(100, 60, RatingScale.SCORED_ONLY);
        for (int user = 0; user < 100; user++) {
            for (int k = 0; k <= user % 40; k++) {
                builder.add(user, (user + k) % 60, k % 11);
            }
        }
        return builder.build();
    }

    private static IdIndex ids(int first, int count) {
        return IdIndex.of(IntStream.range(first, first + count).asLongStream().toArray());
    }

    @Test
    void theFractionsCountUsersWithEnoughEntries() {
        // Lists of 10 to 40: 31 of the first 40 users, 31 of the next 40, 11 of the last 20 (10 to 20): 73 users.
        int[] parts = SPLITTER.assign(offsets()).ints("userPart");

        assertEquals(14, count(parts, HeldOutSplitter.TEST)); // .2 * 73 = 14.6
        assertEquals(7, count(parts, HeldOutSplitter.VALIDATION)); // .1 * 73 = 7.3
        assertEquals(79, count(parts, HeldOutSplitter.TRAINING));
    }

    @Test
    void usersWithFewEntriesTrain() {
        int[] parts = SPLITTER.assign(offsets()).ints("userPart");

        for (int user = 0; user < 100; user++) {
            assertTrue(user % 40 + 1 >= 10 || parts[user] == HeldOutSplitter.TRAINING, "user " + user);
        }
    }

    @Test
    void thePartsAreCappedAndTheRestTrains() {
        int[] parts =
                new HeldOutSplitter(.2, .1, .2, 10, 5, 7).assign(offsets()).ints("userPart");

        assertEquals(5, count(parts, HeldOutSplitter.TEST));
        assertEquals(5, count(parts, HeldOutSplitter.VALIDATION));
        assertEquals(90, count(parts, HeldOutSplitter.TRAINING));
    }

    @Test
    void everyHeldOutUserKeepsAFoldInEntryAndGivesOneUp() {
        for (double fraction : new double[] {.001, .2, .999}) {
            HeldOutSplitter extreme = new HeldOutSplitter(.4, .4, fraction, 2, Integer.MAX_VALUE, 1);
            Split split = HeldOutSplitter.split(
                    interactions(),
                    ids(1000, 100),
                    ids(1, 60),
                    extreme.assign(interactions().tensors().ints("offsets")));
            assertFalse(split.test().isEmpty());
            for (HeldOutUser user : split.test()) {
                assertTrue(user.foldIn().size() >= 1 && user.heldOut().length >= 1, "user " + user.userId());
            }
        }
    }

    @Test
    void theHeldOutShareIsRounded() {
        // One user with 13 entries: .2 * 13 = 2.6, so 3 are held out.
        Tensors assignment = new HeldOutSplitter(.9, 0, .2, 10, 1, 3).assign(new int[] {0, 13, 26});

        assertEquals(1, count(assignment.ints("userPart"), HeldOutSplitter.TEST));
        assertEquals(3, assignment.ints("heldOut").length);
    }

    @Test
    void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
        Tensors first = SPLITTER.assign(offsets());
        Tensors again = SPLITTER.assign(offsets());
        Tensors other = new HeldOutSplitter(.2, .1, .2, 10, Integer.MAX_VALUE, 8).assign(offsets());

        assertArrayEquals(first.ints("userPart"), again.ints("userPart"));
        assertArrayEquals(first.ints("heldOut"), again.ints("heldOut"));
        assertFalse(Arrays.equals(first.ints("userPart"), other.ints("userPart")));
    }

    @Test
    void heldOutPositionsAscend() {
        int[] heldOut = SPLITTER.assign(offsets()).ints("heldOut");

        for (int k = 1; k < heldOut.length; k++) {
            assertTrue(heldOut[k - 1] < heldOut[k], "at " + k);
        }
    }

    @Test
    void noEntryIsLostOrDoubled() {
        Interactions all = interactions();
        Split split = HeldOutSplitter.split(all, ids(1000, 100), ids(1, 60), SPLITTER.assign(offsets()));

        int entries = split.training().size();
        for (List<HeldOutUser> part : List.of(split.validation(), split.test())) {
            for (HeldOutUser user : part) {
                int row = (int) user.userId() - 1000;
                int[] joined = IntStream.concat(Arrays.stream(user.foldIn().items()), Arrays.stream(user.heldOut()))
                        .sorted()
                        .toArray();
                assertArrayEquals(all.profile(row).items(), joined);
                assertTrue(split.users().index(user.userId()).isEmpty());
                entries += joined.length;
            }
        }
        assertEquals(all.size(), entries);
        for (int user = 0; user < split.users().size(); user++) {
            int row = (int) split.users().id(user) - 1000;
            assertArrayEquals(
                    all.profile(row).items(), split.training().profile(user).items());
        }
    }

    @Test
    void foldInRatingsStayWithTheirItems() {
        // User 0 has items 1, 2, 3 rated 10, 1, 0; item 2 (entry 1) is held out.
        Interactions all = new InteractionsBuilder(1, 5, RatingScale.SCORED_ONLY)
                .add(0, 1, 10)
                .add(0, 2, 1)
                .add(0, 3, 0)
                .build();
        Tensors assignment = Tensors.of(Map.of())
                .with("userPart", Tensor.of(new int[] {HeldOutSplitter.TEST}, 1))
                .with("heldOut", Tensor.of(new int[] {1}, 1));

        HeldOutUser user = HeldOutSplitter.split(all, ids(9, 1), ids(0, 5), assignment)
                .test()
                .getFirst();

        assertArrayEquals(new int[] {1, 3}, user.foldIn().items());
        assertEquals(1f, user.foldIn().rating(0));
        assertTrue(Float.isNaN(user.foldIn().rating(1)));
        assertArrayEquals(new int[] {2}, user.heldOut());
    }

    @Test
    void aSplitOfOtherDataIsRefused() {
        Tensors assignment = SPLITTER.assign(new int[] {0, 12});

        assertEquals(
                "the split must fit the interactions: 100 users and 60 items, but userPart has 1 users,"
                        + " the user index 100 and the item index 60",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> HeldOutSplitter.split(interactions(), ids(1000, 100), ids(1, 60), assignment))
                        .getMessage());
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertEquals(
                "held-out-fraction must be in (0, 1), was 1.0",
                assertThrows(IllegalArgumentException.class, () -> new HeldOutSplitter(.2, .1, 1, 10, 1, 0))
                        .getMessage());
        assertEquals(
                "test-fraction and validation-fraction must leave users to train on, their sum was 1.0",
                assertThrows(IllegalArgumentException.class, () -> new HeldOutSplitter(.5, .5, .2, 10, 1, 0))
                        .getMessage());
        assertEquals(
                "min-entries must be at least 2, was 1",
                assertThrows(IllegalArgumentException.class, () -> new HeldOutSplitter(.2, .1, .2, 1, 1, 0))
                        .getMessage());
    }

    private static int count(int[] values, int wanted) {
        return (int) Arrays.stream(values).filter(value -> value == wanted).count();
    }
}
