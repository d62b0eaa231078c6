package io.osusume.tracking.remote;

import io.osusume.artifact.ArtifactException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sends one run to one tracker while it is being recorded, from a thread of its own. Nothing piles up in memory: what
/// is
/// to be sent lies on disk, and news that come while it is sending are one more look.
public final class Courier implements AutoCloseable {
    private static final Duration GATHERING = Duration.ofMillis(500); // news of half a second go together
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Delivery delivery;
    private final String tracker;
    private final Duration patience;
    private final Consumer<String> trouble;
    private final Thread thread;
    private @Nullable String news; // the run that has something new
    private boolean ending;
    private boolean complete;
    private boolean failing;
    private boolean told;

    private Courier(Delivery delivery, String tracker, Duration patience, Consumer<String> trouble) {
        this.delivery = delivery;
        this.tracker = tracker;
        this.patience = patience;
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().daemon().name("osusume-" + tracker).unstarted(this::work);
    }

    /// Starts one.
    ///
    /// @param tracker its word, for messages
    /// @param patience how long [#close()] waits at most
    /// @param trouble is told a sentence, from another thread
    public static Courier start(Delivery delivery, String tracker, Duration patience, Consumer<String> trouble) {
        Courier courier = new Courier(delivery, tracker, patience, trouble);
        courier.thread.start();
        return courier;
    }

    /// There is something new of a run. Returns at once.
    public synchronized void news(String id) {
        news = id;
        notifyAll();
    }

    private void work() {
        Duration pause = Duration.ofSeconds(1);
        try {
            for (String id = next(); id != null; id = next()) {
                try {
                    boolean all = delivery.deliver(id).complete();
                    mark(all, false);
                    pause = Duration.ofSeconds(1);
                    sleep(GATHERING);
                } catch (TrackerException failed) {
                    mark(false, true);
                    if (!failed.passing()) {
                        tell("run " + id + " is not sent to " + tracker + ": " + failed.getMessage());
                        return;
                    }
                    tell(tracker + " gets run " + id + " later: " + failed.getMessage());
                    news(id);
                    sleep(failed.pause().compareTo(pause) > 0 ? failed.pause() : pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
                } catch (IOException | ArtifactException unreadable) {
                    mark(false, true);
                    tell("run " + id + " is not sent to " + tracker + ": " + unreadable.getMessage());
                    return;
                }
            }
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void mark(boolean all, boolean failed) {
        complete = all;
        failing = failed;
    }

    /// The run to look at next; null when all is done or it is time to give up.
    private synchronized @Nullable String next() throws InterruptedException {
        while (news == null) {
            if (ending) {
                return null;
            }
            wait();
        }
        String id = news;
        news = null;
        return ending && failing ? null : id;
    }

    /// Waits, but not once it is ending.
    private synchronized void sleep(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !ending; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }

    private synchronized void tell(String sentence) {
        if (!told) {
            told = true;
            trouble.accept(sentence);
        }
    }

    /// Lets it send what is left, unless the tracker has just failed, but waits no longer than it may.
    @Override
    public void close() {
        synchronized (this) {
            ending = true;
            notifyAll();
        }
        try {
            thread.join(Duration.ofMillis(Math.max(1, patience.toMillis())));
            thread.interrupt();
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the tracker has all of the run; true only after [#close()] and if all went well.
    public synchronized boolean complete() {
        return complete;
    }
}
