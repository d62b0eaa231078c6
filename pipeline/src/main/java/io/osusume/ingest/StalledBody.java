package io.osusume.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Closes a stream when its reader has not got a byte for too long: the reader then fails instead of waiting for ever.
final class StalledBody implements AutoCloseable {
    private final AtomicLong lastByte = new AtomicLong(System.nanoTime());
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final Thread watcher;

    StalledBody(Closeable stream, Duration longest) {
        watcher = Thread.ofVirtual().name("osusume-download-watch").start(() -> watch(stream, longest));
    }

    private void watch(Closeable stream, Duration longest) {
        try {
            while (System.nanoTime() - lastByte.get() < longest.toNanos()) {
                Thread.sleep(Math.max(1, longest.toMillis() / 10));
            }
            stalled.set(true);
            stream.close();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt(); // the body was read
        } catch (IOException closing) {
            // the reader fails all the same
        }
    }

    void gotBytes() {
        lastByte.set(System.nanoTime());
    }

    boolean stalled() {
        return stalled.get();
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
