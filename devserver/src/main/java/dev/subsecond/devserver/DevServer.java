package dev.subsecond.devserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Serves one program: compiles, prepares and starts it, watches its sources and patches it while it runs. Every method
 * may be called from any thread, the listener's included except for {@link #awaitExit}.
 *
 * <p>The server ends with its program, and the program with its server. If the JVM is shut down, the server closes
 * itself; if the JVM is killed, the program ends by itself and the next server removes the temporary folder.
 */
public final class DevServer implements AutoCloseable {

    private final EventPublisher events;
    private final Closer closer = new Closer();
    private final Thread shutdown = new Thread(closer::close, "subsecond-shutdown");
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Session session;

    private DevServer(ServeConfig config, Consumer<ServeEvent> listener) throws ServeException {
        events = new EventPublisher(listener);
        Runtime.getRuntime().addShutdownHook(shutdown);
        try {
            session = new ServerStart(config, events, closer).run(this::programEnded);
        } catch (ServeException | RuntimeException e) {
            closeAll();
            events.finish();
            throw e;
        }
    }

    /**
     * Starts a program under a server. Returns when the program runs; it may not have connected yet.
     *
     * @param listener gets every event, in order, on one thread of the server; an exception it throws is logged
     * @throws ServeException if it cannot be started
     */
    public static DevServer start(ServeConfig config, Consumer<ServeEvent> listener) throws ServeException {
        return new DevServer(config, listener);
    }

    /** Ends the program and starts it anew from the newest classes that compiled. Returns at once. */
    public void restart() {
        session.restart("asked to");
    }

    /** Makes an earlier generation current. Returns at once; the answer is an event. */
    public void rollback(long generation) {
        session.rollback(generation);
    }

    /**
     * Waits until the program has ended, nothing is left of the server and every event was delivered. Never returns if
     * the listener's thread calls it.
     *
     * @return the program's exit code
     */
    public int awaitExit() throws InterruptedException {
        try {
            int code = exitCode.get();
            events.delivered().get();
            return code;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of the program was lost", e);
        }
    }

    /** Ends the program, stops the server and removes its temporary folder. Returns when nothing is left. */
    @Override
    public void close() {
        closeAll();
    }

    private void programEnded(long pid, int code) {
        events.publish(new ServeEvent.Exited(pid, code));
        closeAll();
        events.finish();
        exitCode.complete(code);
    }

    private void closeAll() {
        closer.close();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdown);
        } catch (IllegalStateException e) {
            // The JVM is going down and runs the hook itself.
            return;
        }
    }
}
