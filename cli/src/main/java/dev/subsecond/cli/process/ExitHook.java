package dev.subsecond.cli.process;

/**
 * Something to be done if this process ends, by a signal or otherwise, before it is cancelled.
 */
public final class ExitHook {
    private final Thread thread;

    private ExitHook(Thread thread) {
        this.thread = thread;
    }

    /** Has {@code action} run, on a thread of that name, when this process ends. */
    public static ExitHook of(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(thread);
        return new ExitHook(thread);
    }

    /** Has nothing done any more, unless the process ends already. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // Then the action runs, as it must.
        }
    }
}
