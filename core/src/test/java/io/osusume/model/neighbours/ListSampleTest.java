package io.osusume.model.neighbours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.data.Interactions;
import io.osusume.data.InteractionsBuilder;
import io.osusume.data.Profile;
import io.osusume.data.RatingScale;
import io.osusume.model.Ranking;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ListSampleTest {
    private static final int ITEMS = 20_000; // gaps are longer than one entry can say

    private static final Interactions LISTS = lists(60);

    private static Interactions lists(int users) {
        SplittableRandom random = new SplittableRandom(9);
        InteractionsBuilder builder = new InteractionsBuilder(users, ITEMS, RatingScale.SCORED_ONLY);
        for (int user = 0; user < users; user++) {
            TreeSet<Integer> items = new TreeSet<>();
            for (int k = 0; k < 30; k++) {
                items.add(random.nextInt(8) == 0 ? random.nextInt(ITEMS) : random.nextInt(60) * 7);
            }
            items.add(user % 2 == 0 ? 0 : ITEMS - 1);
            for (int item : items) {
                builder.add(user, item, random.nextInt(11));
            }
        }
        return builder.build();
    }

    @Test
    void listsComeBackAsTheyWere() {
        ListSample sample = ListSample.of(LISTS, 100);
        assertEquals(60, sample.size());
        for (int user = 0; user < 60; user++) {
            Profile profile = LISTS.profile(user);
            Profile list = sample.list(user);
            assertArrayEquals(profile.items(), list.items());
            for (int entry = 0; entry < profile.size(); entry++) {
                assertEquals(profile.rating(entry), list.rating(entry));
            }
        }
    }

    @Test
    void theMostAlikeAreThoseOfListNeighbours() {
        ListSample sample = ListSample.of(LISTS, 100);
        ListNeighbours neighbours = ListNeighbours.usual(LISTS);
        for (int user = 0; user < 60; user += 7) {
            Ranking expected = neighbours.similarUsers(LISTS.profile(user), 10);
            Ranking found = sample.alike(LISTS.profile(user), 10);
            assertArrayEquals(expected.indices(), found.indices());
            assertEquals(expected.score(0), found.score(0), 1e-4);
        }
    }

    @Test
    void aSampleIsSpreadEvenlyOverAllUsers() {
        ListSample sample = ListSample.of(LISTS, 20);
        assertEquals(20, sample.size());
        assertArrayEquals(LISTS.profile(57).items(), sample.list(19).items());
    }

    /// With the scores 8, 9, 10 and 7, none: the mean is 8.5, and 9 and 10 are loved. Who gives everything 9 loves
    /// nothing.
    @Test
    void whatIsLovedIsScoredHighAndAboveTheOwnMean() {
        Interactions two = new InteractionsBuilder(2, 5, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(0, 1, 9)
                .add(0, 2, 10)
                .add(0, 3, 7)
                .add(0, 4, 0)
                .add(1, 1, 9)
                .add(1, 2, 9)
                .build();
        ListSample sample = ListSample.of(two, 2);
        assertArrayEquals(new int[] {1, 2}, sample.loved(0));
        assertArrayEquals(new int[0], sample.loved(1));
        assertEquals(1, sample.loves(2));
        assertEquals(0, sample.loves(0));
    }

    /// Users 0 and 1 have two and one of the items 0 and 1, which weigh the same; the cosine of user 0's list with 0, 1
    /// is 1, of user 1's it is 1 / root(2).
    @Test
    void theCosineIsNotShrunk() {
        Interactions lists = new InteractionsBuilder(3, 3, RatingScale.SCORED_ONLY)
                .add(0, 0, 8)
                .add(0, 1, 8)
                .add(1, 0, 8)
                .add(2, 1, 8)
                .add(2, 2, 8)
                .build();
        ListSample sample = ListSample.of(lists, 3);
        assertEquals(1, sample.cosine(Profile.ofItems(0, 1), 0), 1e-6);
        assertEquals(Math.sqrt(.5), sample.cosine(Profile.ofItems(0, 1), 1), 1e-6);
    }

    @Test
    void restoredListsAreTheSame() {
        ListSample sample = ListSample.of(LISTS, 100);
        ListSample restored = ListSample.of(sample.state());
        Profile asked = Profile.ofItems(0, 7, 14, 21, 28, 35);
        assertArrayEquals(
                sample.alike(asked, 20).indices(), restored.alike(asked, 20).indices());
        assertArrayEquals(sample.list(5).items(), restored.list(5).items());
        assertEquals(sample.loves(7), restored.loves(7));
    }
}
