package io.osusume.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyTaskOfEveryRunIsDoneOnceBeforeTheRunReturns(int threads) {
        try (Team team = new Team(new Threads(threads))) {
            for (int run = 0; run < 300; run++) {
                AtomicIntegerArray done = new AtomicIntegerArray(run % 17);
                team.run(done.length(), done::incrementAndGet);
                for (int task = 0; task < done.length(); task++) {
                    assertEquals(1, done.get(task), "task " + task + " of run " + run);
                }
            }
        }
    }

    @Test
    void aFailureReachesTheCallerAndTheTeamWorksOn() {
        try (Team team = new Team(new Threads(2))) {
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> team.run(50, task -> {
                        if (task == 30) {
                            throw new IllegalStateException("task 30");
                        }
                    }));
            assertEquals("task 30", thrown.getMessage());

            AtomicInteger done = new AtomicInteger();
            team.run(50, task -> done.incrementAndGet());
            assertEquals(50, done.get());
        }
    }
}
