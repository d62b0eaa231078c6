package io.osusume.web;

import io.osusume.profiles.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Whether the database of profiles answers, for those who ask often: one look serves all who ask within
/// a second, and nobody waits for it longer than that.
final class StoreCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Optional<Runnable> ping;
    private final StoreFailureLog log = new StoreFailureLog(System::nanoTime);
    private @Nullable CompletableFuture<Optional<String>> look;
    private long began;

    /// @param ping returns if the database answers and throws if not; empty without one, which is no
    ///     problem
    StoreCheck(Optional<Runnable> ping) {
        this.ping = ping;
    }

    /// What is wrong, without its address; empty if it answers.
    Optional<String> problem() {
        if (ping.isEmpty()) {
            return Optional.empty();
        }
        try {
            return look(ping.get()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return Optional.of(
                    "the store of profiles has not answered within " + PATIENCE.toSeconds() + " s; see the log");
        } catch (ExecutionException broken) {
            return Optional.of("the store of profiles cannot be asked");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.of("the server is about to end");
        }
    }

    private synchronized CompletableFuture<Optional<String>> look(Runnable asked) {
        CompletableFuture<Optional<String>> last = look;
        long now = System.nanoTime();
        if (last != null && (!last.isDone() || now - began < PATIENCE.toNanos())) {
            return last;
        }
        began = now;
        CompletableFuture<Optional<String>> next =
                CompletableFuture.supplyAsync(() -> answer(asked), Thread::startVirtualThread);
        look = next;
        return next;
    }

    private Optional<String> answer(Runnable asked) {
        try {
            asked.run();
            return Optional.empty();
        } catch (StoreException trouble) {
            log.tell(trouble);
            return Optional.of(
                    switch (trouble.kind()) {
                        case UNAVAILABLE -> "the store of profiles cannot be reached";
                        case BUSY -> "the store of profiles is busy";
                        case FULL -> "the disk of the store of profiles is full";
                        case DAMAGED -> "the store of profiles is damaged";
                        case NEWER_SCHEMA -> "the store of profiles was written by a newer Osusume";
                    });
        }
    }
}
