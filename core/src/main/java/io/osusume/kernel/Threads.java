package io.osusume.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs numbered, independent tasks on a fixed number of threads. Callers cut their work into tasks whose number does
/// not depend on the threads and combine the results in the order of the tasks: then no result depends on `count`.
///
/// @param count how many threads work at once, at least 1
public record Threads(int count) {
    public Threads {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1, was " + count);
        }
    }

    /// Runs `task` for 0 to `tasks - 1`, each once, in any order; returns when all are done.
    ///
    /// @throws RuntimeException the first failure of a task, after all threads have stopped
    public void run(int tasks, IntConsumer task) {
        int workers = Math.min(count, tasks);
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            for (int k = next.getAndIncrement(); k < tasks && failure.get() == null; k = next.getAndIncrement()) {
                try {
                    task.accept(k);
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }
        };
        CountDownLatch done = new CountDownLatch(Math.max(0, workers - 1));
        for (int k = 1; k < workers; k++) {
            Thread.ofPlatform().daemon().name("osusume-worker-" + k).start(() -> {
                work.run();
                done.countDown();
            });
        }
        work.run();
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (failure.get()) {
            case null -> {}
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case Throwable thrown -> throw new IllegalStateException(thrown);
        }
    }
}
