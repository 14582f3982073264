package dev.subsecond.runtime.table;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices the first call that runs code of a commit. The call sites keep the commit's phase, which is where it looks,
 * until then; afterwards nothing of it is left on any path.
 */
final class FirstCall {

    private final long sequence;
    private final FirstCallListener listener;
    private final Executor executor;
    private final Runnable settle;
    private final AtomicBoolean seen = new AtomicBoolean();

    /** When the gate opened; published by its opening. */
    private long committedNanos;

    /**
     * Prepares to notice.
     *
     * @param settle moves the call sites to their final targets
     */
    FirstCall(long sequence, FirstCallListener listener, Executor executor, Runnable settle) {
        this.sequence = sequence;
        this.listener = listener;
        this.executor = executor;
        this.settle = settle;
    }

    void committed(long nanos) {
        committedNanos = nanos;
    }

    /** On the caller's thread, so all but the time is left to the executor. */
    void observe(String function) {
        if (!seen.get() && seen.compareAndSet(false, true)) {
            report(function, System.nanoTime() - committedNanos);
        }
    }

    private void report(String function, long nanos) {
        try {
            executor.execute(() -> {
                settle.run();
                listener.firstCall(sequence, function, nanos);
            });
        } catch (RejectedExecutionException e) {
            // Whoever wanted to know is gone; the next commit settles the call sites.
        }
    }
}
