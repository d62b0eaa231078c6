package io.osusume.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for the process to be told to end (Ctrl-C, SIGTERM), and keeps it alive until everything has
/// been closed in its order.
final class StopSignal implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    /// @param longest how long closing may take
    StopSignal(Duration longest) {
        hook = new Thread(() -> keepAlive(longest), "osusume-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void keepAlive(Duration longest) {
        told.countDown();
        try {
            if (!closed.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("osusume: not everything has ended within " + longest.toSeconds() + " s");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the process is told to end.
    void await() throws InterruptedException {
        told.await();
    }

    /// Everything has been closed: the process may end.
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it runs, and has just been told
        }
    }
}
