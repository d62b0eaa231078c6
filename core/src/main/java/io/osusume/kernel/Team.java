package io.osusume.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Threads that stay alive between runs, for loops of many runs of less than a millisecond, where
/// starting threads anew as [Threads#run] does would cost more than the work. The same rules hold:
/// numbered, independent tasks whose number does not depend on the threads. One thread owns a team and
/// calls it.
///
/// A member waits for the next run by spinning briefly, then parks.
public final class Team implements AutoCloseable {
    private static final int SPINS = 2_000;

    private final Member[] members;
    private volatile @Nullable Job job;
    private volatile boolean closed;

    /// A team as large as `threads`, the caller included.
    public Team(Threads threads) {
        members = new Member[threads.count() - 1];
        for (int k = 0; k < members.length; k++) {
            members[k] = new Member();
            members[k].thread =
                    Thread.ofPlatform().daemon().name("osusume-team-" + (k + 1)).unstarted(members[k]);
        }
        for (Member member : members) {
            member.thread().start();
        }
    }

    /// Runs `task` for 0 to `tasks - 1`, each once, in any order; returns when all are done.
    ///
    /// @throws RuntimeException the first failure of a task, after all others have ended
    public void run(int tasks, IntConsumer task) {
        Job now = new Job(tasks, task);
        if (members.length > 0 && tasks > 1) {
            job = now;
            for (Member member : members) {
                if (member.parked) {
                    LockSupport.unpark(member.thread());
                }
            }
        }
        now.work();
        for (int spins = 0; now.done.get() < tasks; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, 10_000);
            }
        }
        switch (now.failure.get()) {
            case null -> {}
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case Throwable thrown -> throw new IllegalStateException(thrown);
        }
    }

    /// Lets the members go.
    @Override
    public void close() {
        closed = true;
        for (Member member : members) {
            LockSupport.unpark(member.thread());
        }
    }

    private static final class Job {
        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Job(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
        }

        void work() {
            for (int k = next.getAndIncrement(); k < tasks; k = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        task.accept(k);
                    }
                } catch (RuntimeException | Error thrown) {
                    failure.compareAndSet(null, thrown);
                }
                done.incrementAndGet();
            }
        }
    }

    private final class Member implements Runnable {
        private @Nullable Thread thread;
        private volatile boolean parked;

        Thread thread() {
            return java.util.Objects.requireNonNull(thread);
        }

        @Override
        public void run() {
            Job last = null;
            int spins = 0;
            while (!closed) {
                Job now = job;
                if (now != null && now != last) {
                    last = now;
                    now.work();
                    spins = 0;
                } else if (spins < SPINS) {
                    spins++;
                    Thread.onSpinWait();
                } else {
                    parked = true;
                    if (job == last && !closed) {
                        LockSupport.park(Team.this);
                    }
                    parked = false;
                    spins = 0;
                }
            }
        }
    }
}
