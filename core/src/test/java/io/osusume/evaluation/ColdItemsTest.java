package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.IdIndex;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.kernel.DenseMath;
import io.osusume.kernel.Kernels;
import io.osusume.kernel.Threads;
import io.osusume.kernel.VectorMath;
import io.osusume.model.FoldIn;
import io.osusume.model.Ranking;
import io.osusume.model.TrainingListener;
import io.osusume.model.popularity.PopularityTrainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdItemsTest {
    /// Six items; two training users have items 0 to 2, one has 3 and 4, nobody has 5. With at least two users a
    /// title may be drawn: one of 0 to 2 when the share is a third.
    private static Split split(HeldOutUser... test) {
        return new Split(
                IdIndex.of(new long[] {10, 11, 12, 13, 14, 15}),
                IdIndex.of(new long[] {1, 2}),
                new InteractionsBuilder(2, 6, RatingScale.SCORED_ONLY)
                        .add(0, 0, 8)
                        .add(0, 1, 7)
                        .add(0, 2, 6)
                        .add(0, 3, 5)
                        .add(1, 0, 8)
                        .add(1, 1, 7)
                        .add(1, 2, 6)
                        .add(1, 4, 5)
                        .build(),
                List.of(),
                List.of(test));
    }

    private static HeldOutUser user(long id, int[] foldIn, int... heldOut) {
        return new HeldOutUser(id, Profile.ofItems(foldIn), heldOut);
    }

    private static int only(ColdItems cold) {
        return IntStream.range(0, 6).filter(cold::contains).findFirst().orElseThrow();
    }

    @Test
    void onlyItemsWithEnoughTrainingUsersAreDrawn() {
        for (int seed = 0; seed < 20; seed++) {
            ColdItems cold = ColdItems.draw(split(), 0.34, 2, seed);
            assertEquals(1, cold.size()); // .34 * 3 eligible items = 1.02
            assertTrue(only(cold) <= 2, "item " + only(cold));
        }
    }

    @Test
    void noTrainingUserHasAColdItemAndNothingElseIsLost() {
        ColdItems cold = ColdItems.draw(split(), 0.34, 2, 1);
        int[] counts = cold.split().training().itemCounts();
        int[] expected = {2, 2, 2, 1, 1, 0};
        expected[only(cold)] = 0;
        assertArrayEquals(expected, counts);
        assertEquals(2, cold.split().training().userCount());
    }

    @Test
    void theColdItemsOfAHeldOutUsersWholeListMustBeFoundAgain() {
        int drawn = only(ColdItems.draw(split(), 0.34, 2, 1));
        int other = (drawn + 1) % 3;
        Split cold = ColdItems.draw(
                        split(
                                user(1, new int[] {drawn, 3}, other, 5),
                                user(2, new int[] {other, 4}, drawn),
                                user(3, new int[] {other}, 5),
                                user(4, new int[] {drawn}, 5)),
                        0.34,
                        2,
                        1)
                .split();

        assertEquals(2, cold.test().size()); // user 3 has no cold item; of user 4 nothing else is known
        for (HeldOutUser user : cold.test()) {
            assertArrayEquals(new int[] {drawn}, user.heldOut());
            assertFalse(user.foldIn().contains(drawn));
        }
        assertArrayEquals(new int[] {3}, cold.test().get(0).foldIn().items());
        assertArrayEquals(
                IntStream.of(other, 4).sorted().toArray(),
                cold.test().get(1).foldIn().items());
    }

    @Test
    void coldItemsAloneAreRanked() {
        ColdItems cold = ColdItems.draw(split(), 0.67, 2, 1); // .67 * 3 eligible items = 2.01
        Threads one = new Threads(1);
        FoldIn popularity = new PopularityTrainer()
                .train(
                        cold.split().training(),
                        new Kernels(VectorMath.scalar(), DenseMath.java(one), one),
                        TrainingListener.SILENT);

        Ranking ranking = cold.only(popularity).recommend(Profile.ofItems(3), 6);

        assertEquals(2, ranking.size());
        assertTrue(IntStream.of(ranking.indices()).allMatch(cold::contains));
        assertEquals("popularity", cold.only(popularity).name());
    }

    @Test
    void chanceIsSeededAndAnotherForEveryList() {
        ColdItems cold = ColdItems.draw(split(), 0.99, 1, 1);
        FoldIn random = cold.random(3);
        Ranking once = random.recommend(Profile.ofItems(), 6);
        assertArrayEquals(
                once.indices(), cold.random(3).recommend(Profile.ofItems(), 6).indices());
        assertTrue(IntStream.range(0, 5)
                .anyMatch(item -> random.recommend(Profile.ofItems(item), 1).index(0) != once.index(0)));
    }

    @Test
    void aShareOutOfRangeOrWithoutItemsIsRefused() {
        assertEquals(
                "the share of cold items must be in (0, 1), was 1.0",
                assertThrows(IllegalArgumentException.class, () -> ColdItems.draw(split(), 1, 2, 1))
                        .getMessage());
        assertEquals(
                "no cold item can be drawn: 0 of 6 items have at least 9 training users, and the share is 0.5",
                assertThrows(IllegalArgumentException.class, () -> ColdItems.draw(split(), 0.5, 9, 1))
                        .getMessage());
    }
}
