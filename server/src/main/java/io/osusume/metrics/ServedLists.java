package io.osusume.metrics;

import io.osusume.artifact.ArtifactException;
import io.osusume.drift.ListShape;
import io.osusume.drift.ServedTallies;
import io.osusume.telemetry.ListSketch;
import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Telemetry;
import io.osusume.telemetry.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the lists a server is asked with, in wide bins a day and model, and keeps the counts in a file
/// that is written now and then and at the end. Neither a list nor who asked is kept, and the counts of a single list
/// are never written ([ServedTallies#TOGETHER]).
public final class ServedLists implements Telemetry, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedLists.class);

    private final Path file;
    private final int daysKept;
    private final InstantSource clock;
    private final ServedTallies tallies;
    private final ScheduledExecutorService writing;

    /// Goes on with what the file holds; one that cannot be read is begun anew.
    ///
    /// @param daysKept today among them
    /// @param between two writes
    public ServedLists(Path file, int daysKept, Duration between, InstantSource clock) {
        this.file = file;
        this.daysKept = daysKept;
        this.clock = clock;
        this.tallies = earlier(file);
        this.writing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("osusume-served").factory());
        ScheduledFuture<?> _ = writing.scheduleWithFixedDelay(
                this::write, between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ServedTallies earlier(Path file) {
        try {
            return ServedTallies.read(file);
        } catch (IOException | ArtifactException unreadable) {
            LOG.warn("counting of lists begins anew: {}", unreadable.getMessage());
            return new ServedTallies();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void listed(String model, ListSketch list) {
        tallies.add(today(), model, new ListShape(list.length(), list.unknown(), list.scores(), list.members()));
    }

    @Override
    public Running begins(Work work) {
        return ServedLists::nothing;
    }

    private static void nothing(Outcome outcome) {}

    @Override
    public void filtered(Map<String, Integer> byRule) {}

    private void write() {
        try {
            tallies.forgetBefore(today().minusDays(daysKept - 1L));
            tallies.write(file);
        } catch (IOException | RuntimeException full) {
            LOG.warn("counts of lists were not written: {}", full.getMessage());
        }
    }

    /// Writes what was counted and ends.
    @Override
    public void close() {
        writing.shutdown();
        try {
            boolean ended = writing.awaitTermination(5, TimeUnit.SECONDS);
            if (!ended) {
                LOG.warn("counts of lists are still being written to {}", file);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        write();
    }
}
