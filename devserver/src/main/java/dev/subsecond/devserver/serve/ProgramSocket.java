package dev.subsecond.devserver.serve;

import dev.subsecond.runtime.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.util.function.ToLongFunction;

/**
 * Waits on a loopback port for the program, and talks to it. Every method may be called from any thread.
 *
 * <p>There is one program at a time: {@link #start} names it. Other processes of the same build, such as those that the
 * program starts, are its guests and get what became live in it. Everybody else gets a {@code Goodbye} that says why, or,
 * without the token, no WebSocket at all.
 */
public final class ProgramSocket implements AutoCloseable {

    private final SocketServer server;

    private ProgramSocket(SocketServer server) {
        this.server = server;
    }

    /**
     * Binds a free port of 127.0.0.1.
     *
     * @throws IOException if none can be bound
     */
    public static ProgramSocket open(Token token, ProgramListener listener) throws IOException {
        SocketServer server = new SocketServer(new Admission(token), listener);
        server.startAndBind();
        return new ProgramSocket(server);
    }

    /** The address for the program, without its query. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getPort() + Admission.PATH);
    }

    /**
     * Starts a program that may connect from now on; a connected one and its guests are let go.
     *
     * @param buildId what it is started from
     * @param starter starts it; nobody is answered before that is done
     * @param pid the number of the started program's process
     * @throws IOException if the starter does
     */
    public <T> T start(String buildId, ProgramStarter<T> starter, ToLongFunction<T> pid) throws IOException {
        return server.start(buildId, starter, pid);
    }

    /** Sends a message; false if no program is connected. A true does not say that it arrived. */
    public boolean send(Message message) {
        return server.send(message);
    }

    /**
     * Has the guests follow: those that are there now, and those that come later and have missed it.
     *
     * @param change what has become live in the program, by a further generation: a patch or a rollback
     */
    public void share(Message change) {
        server.share(change);
    }

    /** Sends to a process that was not prepared; false if it is not connected. A true does not say that it arrived. */
    public boolean sendTo(long pid, Message message) {
        return server.sendTo(pid, message);
    }

    /** Closes the connections and the port. */
    @Override
    public void close() {
        server.stopQuietly();
    }
}
