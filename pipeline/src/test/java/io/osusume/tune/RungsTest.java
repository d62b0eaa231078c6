package io.osusume.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.data.Interactions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RungsTest {
    /// The users of a rung: in the data of [Peak] each has the item of its own index.
    private static List<Integer> users(long seed, int rung) {
        Interactions training = new Rungs(Peak.DATA, seed).data(rung).interactions();
        List<Integer> users = new ArrayList<>();
        for (int entry = 0; entry < training.size(); entry++) {
            users.add(training.item(entry));
        }
        assertEquals(training.userCount(), users.size());
        return users;
    }

    @Test
    void whoTrainsOnOneRungTrainsOnAllAboveIt() {
        List<Integer> ninth = users(3, 1);
        List<Integer> third = users(3, 2);
        assertEquals(10, ninth.size());
        assertEquals(30, third.size());
        assertTrue(third.containsAll(ninth));
        assertSame(Peak.DATA, new Rungs(Peak.DATA, 3).data(3));
    }

    @Test
    void theSeedDecidesWhoTheyAreAndTheirOrderStays() {
        assertEquals(users(3, 1), users(3, 1));
        assertNotEquals(users(3, 1), users(4, 1));
        assertEquals(users(3, 2).stream().sorted().toList(), users(3, 2));
    }

    @Test
    void everyRungHasAPlace() {
        // 27, 9, 3; 10, 4, 2; 2, 1, 1
        assertEquals(List.of(27, 9, 3), places(27));
        assertEquals(List.of(10, 4, 2), places(10));
        assertEquals(List.of(2, 1, 1), places(2));
    }

    private static List<Integer> places(int trials) {
        return List.of(Rungs.places(trials, 1), Rungs.places(trials, 2), Rungs.places(trials, 3));
    }
}
