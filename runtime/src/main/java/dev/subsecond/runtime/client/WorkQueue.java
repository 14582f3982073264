package dev.subsecond.runtime.client;

import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the client's one thread has to do, in order. Connections come and go, the queue stays: the jump table hands over
 * tasks that are due with or without a server.
 */
final class WorkQueue implements Executor {

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Has whoever waits for a task look around. */
    void wake() {
        execute(() -> {});
    }

    /** The next task; waits for it. */
    Runnable take() throws InterruptedException {
        return tasks.take();
    }

    /** The next task, or {@code otherwise} if none comes in time. */
    Runnable take(long seconds, Runnable otherwise) throws InterruptedException {
        Runnable next = tasks.poll(seconds, TimeUnit.SECONDS);
        return next == null ? otherwise : next;
    }

    /** Works until the time is over, or a task was the last. */
    void workFor(long nanos, BooleanSupplier over) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (!over.getAsBoolean()) {
            Runnable next = tasks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            run(next);
        }
    }

    /** Works until the JVM goes down. */
    void workForEver() throws InterruptedException {
        while (true) {
            run(tasks.take());
        }
    }

    /** A fault of one task must not keep the others from being done. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Log.say(Level.ERROR, "A fault in Subsecond, please report it", e);
        }
    }
}
