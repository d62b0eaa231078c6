package io.osusume.model.neighbours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.Ranking;
import org.junit.jupiter.api.Test;

class ListNeighboursTest {
    /// User 0 has items 0, 1; user 1 has 0, 2; user 2 has 0; user 3 has 3. Item 0 has 3 of 4 users, the
    /// others 1 each.
    private static final Interactions TRAINING = new InteractionsBuilder(4, 4, RatingScale.SCORED_ONLY)
            .add(0, 0, 8)
            .add(0, 1, 0)
            .add(1, 0, 8)
            .add(1, 2, 0)
            .add(2, 0, 8)
            .add(3, 3, 8)
            .build();

    /// Against the list 0, 1: user 0 has 2 of 2 and 2, 2 / 2 = 1; user 2 has 1 of 2 and 1, 1 / sqrt 2;
    /// user 1 has 1 of 2 and 2, 1 / 2. User 3 has nothing in common and does not stand in the list.
    @Test
    void withoutRarityItIsTheCosineOfTheLists() {
        Ranking similar = ListNeighbours.of(TRAINING, 0, 0).similarUsers(Profile.ofItems(0, 1), 10);
        assertArrayEquals(new int[] {0, 2, 1}, similar.indices());
        assertEquals(1, similar.score(0), 1e-6);
        assertEquals(Math.sqrt(.5), similar.score(1), 1e-6);
        assertEquals(.5, similar.score(2), 1e-6);
    }

    /// w = ln(4/3) for item 0 and ln 4 for the others. User 0 shares item 0 with the list 0, 2, user 2
    /// the same but has nothing else: w0 / sqrt(w0 + w1) / sqrt(w0 + w2) and w0 / sqrt(w0) / sqrt(w0 +
    /// w2); user 1 has the same list.
    @Test
    void rareItemsWeighMore() {
        Ranking similar = ListNeighbours.of(TRAINING, 1, 0).similarUsers(Profile.ofItems(0, 2), 10);
        double common = Math.log(4 / 3.0);
        double rare = Math.log(4);
        assertArrayEquals(new int[] {1, 2, 0}, similar.indices());
        assertEquals(1, similar.score(0), 1e-6);
        assertEquals(Math.sqrt(common / (common + rare)), similar.score(1), 1e-6);
        assertEquals(common / (common + rare), similar.score(2), 1e-6);
    }

    /// Plain cosines 1, .71, .5 become 2 / (2 + 2), 1 / (1.41 + 2), 1 / (2 + 2).
    @Test
    void shrinkageDrawsShortListsTowardsNothing() {
        Ranking similar = ListNeighbours.of(TRAINING, 0, 2).similarUsers(Profile.ofItems(0, 1), 10);
        assertEquals(.5, similar.score(0), 1e-6);
        assertEquals(1 / (Math.sqrt(2) + 2), similar.score(1), 1e-6);
        assertEquals(.25, similar.score(2), 1e-6);
    }

    @Test
    void aUserIsNotSimilarToThemselvesAndAnEmptyListToNobody() {
        ListNeighbours neighbours = ListNeighbours.of(TRAINING, 1, 0);
        assertArrayEquals(new int[] {2, 1}, neighbours.similarUsers(0, 10).indices());
        assertEquals(0, neighbours.similarUsers(3, 10).size());
        assertEquals(0, neighbours.similarUsers(Profile.ofItems(), 10).size());
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertEquals(
                "rarity must be in [0, 10], was -1.0",
                assertThrows(IllegalArgumentException.class, () -> ListNeighbours.of(TRAINING, -1, 0))
                        .getMessage());
        assertEquals(
                "shrinkage must be at least 0, was NaN",
                assertThrows(IllegalArgumentException.class, () -> ListNeighbours.of(TRAINING, 0, Double.NaN))
                        .getMessage());
    }
}
