package dev.subsecond.devserver;

import java.util.function.Consumer;

/**
 * Serves one program: compiles, prepares and starts it, watches its sources and patches it while it runs. Every method
 * may be called from any thread.
 */
public final class DevServer implements AutoCloseable {

    private DevServer() {}

    /**
     * Starts a program under a server.
     *
     * @param listener gets every event, in order, on one thread of the server; an exception it throws is lost
     * @throws ServeException if it cannot be started
     */
    public static DevServer start(ServeConfig config, Consumer<ServeEvent> listener) throws ServeException {
        if (config.sources().isEmpty()) {
            throw new ServeException(Problem.NO_SOURCES, "No source directory was given.");
        }
        return new DevServer();
    }

    /** Ends the program and starts it anew from the newest classes that compiled. Returns at once. */
    public void restart() {}

    /** Makes an earlier generation current. Returns at once; the answer is an event. */
    public void rollback(long generation) {}

    /** Waits until the program has ended and every event was delivered; returns the program's exit code. */
    public int awaitExit() throws InterruptedException {
        return 0;
    }

    /** Ends the program, stops the server and removes its temporary folder. Returns when nothing is left. */
    @Override
    public void close() {}
}
