package dev.subsecond.runtime.task;

import dev.subsecond.runtime.HotTask;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.client.OldFrames;
import dev.subsecond.runtime.closure.Closures;
import dev.subsecond.runtime.event.AppliedListener;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.event.Off;
import dev.subsecond.runtime.event.Patching;
import dev.subsecond.runtime.observe.Log;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A task on its caller's thread. It is on one thread that it is stopped and started again, so there are never two runs at
 * once, and whatever the caller keeps, thread-locals included, is kept.
 */
public final class ServedTask implements AppliedListener {

    /** After so long a task that was asked to stop and did not is reported. */
    private static final long PATIENCE_SECONDS = 5;

    private final HotTask task;
    private final Executor afterPatience;
    private final Thread thread = Thread.currentThread();

    // Guarded by this.
    private boolean running;
    private boolean askedToStop;
    private long run;

    ServedTask(HotTask task, Executor afterPatience) {
        this.task = task;
        this.afterPatience = afterPatience;
    }

    /**
     * Runs a task until it ends by itself.
     *
     * @throws Exception what the task throws when nobody has asked it to stop
     */
    public static void serve(HotTask task) throws Exception {
        if (Off.said("Devtools.serve")) {
            Closures.run(task);
            return;
        }
        Executor afterPatience = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS, Runnable::run);
        ServedTask served = new ServedTask(task, afterPatience);
        Registration listening = Patching.listen(served);
        try {
            served.run();
        } finally {
            listening.close();
        }
    }

    void run() throws Exception {
        boolean again = true;
        while (again) {
            begin();
            again = runOnce();
        }
    }

    /** Errors pass: they are the program's, or unwind to a scope around this. */
    private boolean runOnce() throws Exception {
        Exception thrown = null;
        boolean stopped;
        try {
            task.run();
        } catch (Exception e) {
            thrown = e;
        } finally {
            stopped = end();
        }
        if (thrown != null && !stopped) {
            throw thrown;
        }
        if (thrown != null) {
            Level level = tellsOfInterruption(thrown) ? Level.DEBUG : Level.WARNING;
            Log.say(level, "The task ended with an exception when it was asked to end", thrown);
        }
        return stopped;
    }

    private static boolean tellsOfInterruption(Throwable thrown) {
        boolean tells = false;
        for (Throwable t = thrown; t != null && !tells; t = t.getCause()) {
            tells = t instanceof InterruptedException
                    || t instanceof InterruptedIOException
                    || t instanceof ClosedByInterruptException;
        }
        return tells;
    }

    private synchronized void begin() {
        running = true;
        run++;
    }

    /** Returns whether it was asked to stop; the request is forgotten, with its interruption. */
    private synchronized boolean end() {
        boolean asked = askedToStop;
        if (asked) {
            // The task may have ended without noticing.
            var unused = Thread.interrupted();
        }
        running = false;
        askedToStop = false;
        return asked;
    }

    @Override
    public void applied(AppliedPatch patch) {
        long examined = currentRun();
        if (isTouchedBy(patch) && askToStop(examined)) {
            long generation = patch.commit().generation();
            Log.say(Level.DEBUG, "Generation " + generation + " stops the task and starts it again");
            afterPatience.execute(() -> reportUnlessStopped(examined, generation));
        }
    }

    private boolean isTouchedBy(AppliedPatch patch) {
        StackTraceElement[] stack = framesOfTask(thread.getStackTrace());
        return OldFrames.in(List.<StackTraceElement[]>of(stack), patch.commit().functions())
                .isAny();
    }

    /** What is older than the task's first frame is its caller's. */
    private static StackTraceElement[] framesOfTask(StackTraceElement[] stack) {
        int length = 0;
        while (length < stack.length && !runsTheTask(stack[length])) {
            length++;
        }
        return Arrays.copyOf(stack, length);
    }

    private static boolean runsTheTask(StackTraceElement frame) {
        return frame.getClassName().equals(ServedTask.class.getName())
                && frame.getMethodName().equals("runOnce");
    }

    private synchronized long currentRun() {
        return run;
    }

    private synchronized boolean askToStop(long whichRun) {
        boolean isCurrent = running && run == whichRun;
        if (isCurrent) {
            askedToStop = true;
            thread.interrupt();
        }
        return isCurrent;
    }

    private void reportUnlessStopped(long whichRun, long generation) {
        if (isStillIn(whichRun)) {
            Log.say(
                    Level.WARNING,
                    "The task that Devtools.serve runs on thread " + thread.getName()
                            + " was interrupted for generation "
                            + generation
                            + " and goes on, with its earlier code. It starts again when it ends: let it end"
                            + " when its thread is interrupted");
        }
    }

    private synchronized boolean isStillIn(long whichRun) {
        return running && run == whichRun;
    }
}
