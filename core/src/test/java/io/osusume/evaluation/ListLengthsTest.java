package io.osusume.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListLengthsTest {
    /// A user with the items 0, 2, 4, ... rated by their place in hundredths; item 1 is held out.
    private static HeldOutUser user(long id, int entries) {
        int[] items = IntStream.range(0, entries).map(k -> 2 * k).toArray();
        float[] ratings = new float[entries];
        for (int k = 0; k < entries; k++) {
            ratings[k] = k / 100f;
        }
        return new HeldOutUser(id, Profile.of(items, ratings), new int[] {1});
    }

    private static Set<Integer> items(Profile profile) {
        return Arrays.stream(profile.items()).boxed().collect(Collectors.toSet());
    }

    @Test
    void aCutKeepsSoManyEntriesWithTheirRatings() {
        Profile cut = ListLengths.DEFAULT.cut(user(3, 40), 10).orElseThrow();

        assertEquals(10, cut.size());
        for (int k = 0; k < 10; k++) {
            assertEquals(0, cut.item(k) % 2);
            assertEquals(cut.item(k) / 200f, cut.rating(k), 1e-6f);
        }
    }

    @Test
    void aShorterCutIsAPartOfALongerOne() {
        HeldOutUser user = user(3, 60);
        Set<Integer> ten = items(ListLengths.DEFAULT.cut(user, 10).orElseThrow());

        assertTrue(ten.containsAll(items(ListLengths.DEFAULT.cut(user, 5).orElseThrow())));
        assertTrue(items(ListLengths.DEFAULT.cut(user, 50).orElseThrow()).containsAll(ten));
    }

    @Test
    void onlyListsOfTheLengthAndOfTheLeastEntriesAreCut() {
        assertTrue(ListLengths.DEFAULT.cut(user(1, 19), 5).isEmpty()); // fewer than 20
        assertEquals(5, ListLengths.DEFAULT.cut(user(1, 20), 5).orElseThrow().size());
        assertTrue(ListLengths.DEFAULT.cut(user(1, 49), 50).isEmpty());
        // of exactly 50 all are kept
        assertArrayEquals(
                user(1, 50).foldIn().items(),
                ListLengths.DEFAULT.cut(user(1, 50), 50).orElseThrow().items());
    }

    @Test
    void theCutDependsOnTheSeedAndTheUser() {
        ListLengths other = new ListLengths(List.of(5), 20, 400, 6);

        assertEquals(
                items(ListLengths.DEFAULT.cut(user(1, 90), 5).orElseThrow()),
                items(ListLengths.DEFAULT.cut(user(1, 90), 5).orElseThrow()));
        assertTrue(!items(ListLengths.DEFAULT.cut(user(1, 90), 5).orElseThrow())
                .equals(items(other.cut(user(1, 90), 5).orElseThrow())));
        assertTrue(!items(ListLengths.DEFAULT.cut(user(1, 90), 5).orElseThrow())
                .equals(items(ListLengths.DEFAULT.cut(user(2, 90), 5).orElseThrow())));
    }

    @Test
    void everyEntryIsKeptEquallyOften() {
        int[] kept = new int[30];
        for (int id = 0; id < 3000; id++) {
            for (int item :
                    ListLengths.DEFAULT.cut(user(id, 30), 5).orElseThrow().items()) {
                kept[item / 2]++;
            }
        }
        for (int count : kept) {
            // 3000 * 5 / 30 = 500, standard deviation sqrt(500 * 25 / 30) = 20: five of them
            assertEquals(500, count, 100);
        }
    }

    @Test
    void slicesHaveTheirPublicNames() {
        assertEquals("list-5", ListLengths.slice(5));
        assertEquals("list-400+", ListLengths.DEFAULT.uncutSlice());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals("list lengths must be positive and ascend, were [5, 5]", message(List.of(5, 5), 20, 400));
        assertEquals("list lengths must be positive and ascend, were [0]", message(List.of(0), 20, 400));
        assertEquals("min-entries must be at least 1, was 0", message(List.of(5), 0, 400));
        assertEquals("uncut-entries must be more than the longest cut 100, was 100", message(List.of(100), 1, 100));
    }

    private static String message(List<Integer> lengths, int minEntries, int uncut) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new ListLengths(lengths, minEntries, uncut, 1))
                        .getMessage());
    }
}
