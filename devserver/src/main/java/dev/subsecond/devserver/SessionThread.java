package dev.subsecond.devserver;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which a session's state lives. */
final class SessionThread implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(SessionThread.class.getName());

    /** More than a restart takes, which is the longest thing the thread does. */
    private static final long STOP_SECONDS = 15;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, SessionThread::thread);
    private final EventPublisher events;

    SessionThread(EventPublisher events) {
        this.events = events;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task after those submitted before it. Once the thread is closed, nothing happens. */
    void submit(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            // The session is over, and with it whatever this was about.
            return;
        }
    }

    /** Runs a task later, unless it is cancelled or the thread is closed before. */
    Future<?> schedule(Duration delay, Runnable task) {
        return executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs a task and waits for its result. */
    <T> T call(Callable<T> task) throws ExecutionException {
        try {
            return executor.submit(task).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("Interrupted while it started", e);
        }
    }

    /** A fault in one task must not end the session, and must not go unnoticed. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | StackOverflowError e) {
                LOGGER.log(System.Logger.Level.ERROR, "Internal error", e);
                events.publish(new ServeEvent.Warning("", 0, "Internal error, please report it: " + e));
            }
        };
    }

    /** Waits for the task that runs; those behind it are dropped. */
    @Override
    public void close() {
        executor.getQueue().clear();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "subsecond-session");
        thread.setDaemon(true);
        return thread;
    }
}
