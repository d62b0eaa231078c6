package io.osusume.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowLockTest {
    private static final FlowLock.Holder MAI =
            new FlowLock.Holder("mai", 4711, "build-1", Instant.parse("2026-11-28T22:00:00Z"));
    private static final FlowLock.Holder KEN =
            new FlowLock.Holder("ken", 12, "build-2", Instant.parse("2026-11-28T23:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void oneHoldsItAndTheOthersLearnWho() throws IOException {
        Path file = folder.resolve("flow/lock");
        try (FlowLock lock = FlowLock.take(file, MAI).orElseThrow()) {
            assertEquals(Optional.empty(), lock.takenOverFrom());
            assertTrue(FlowLock.take(file, KEN).isEmpty());
            assertEquals(
                    "mai (process 4711 on build-1, since 2026-11-28T22:00:00Z)",
                    FlowLock.holder(file).orElseThrow().words());
        }
        assertEquals(Optional.empty(), FlowLock.holder(file));
        try (FlowLock lock = FlowLock.take(file, KEN).orElseThrow()) {
            assertEquals(Optional.empty(), lock.takenOverFrom());
        }
    }

    @Test
    void aHolderWhoEndedWithoutGivingItBackIsNamedToTheNext() throws IOException {
        Path file = Files.writeString(folder.resolve("lock"), "mai 4711 build-1 2026-11-28T22:00:00Z\n");
        try (FlowLock lock = FlowLock.take(file, KEN).orElseThrow()) {
            assertEquals(Optional.of(MAI), lock.takenOverFrom());
        }
    }
}
