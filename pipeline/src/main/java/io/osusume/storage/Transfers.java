package io.osusume.storage;

import io.osusume.model.TrainingListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// Runs transfers side by side and tells how far they are. The first failure ends the others.
final class Transfers {
    private Transfers() {}

    /// @param tasks each gives the bytes it brought
    /// @param allBytes of all tasks together
    static void run(List<Callable<Long>> tasks, int parallel, String word, long allBytes, TrainingListener listener)
            throws IOException {
        AtomicLong brought = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(parallel, tasks.size())));
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<Long> task : tasks) {
                running.add(threads.submit(() -> {
                    long all = brought.addAndGet(task.call());
                    listener.progress(word, allBytes == 0 ? 1 : Math.min(1, (double) all / allBytes));
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException known -> throw known;
                case RuntimeException known -> throw known;
                case null, default -> throw new IOException(failed.getCause());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the transfer was interrupted; the next run goes on from there");
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
