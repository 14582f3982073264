package dev.subsecond.runtime;

import dev.subsecond.runtime.client.Connections;
import dev.subsecond.runtime.task.ServedTask;
import java.net.URI;

/**
 * For programs that are not started by {@code subsecond serve} and want to be patched: they connect themselves. Under
 * {@code serve} these calls are harmless and return the connection that is there.
 */
public final class Devtools {

    private Devtools() {}

    /**
     * Turns patching on and connects to the dev server that the environment names: {@code SUBSECOND_DEVSERVER} (its
     * WebSocket address), {@code SUBSECOND_TOKEN} and {@code SUBSECOND_BUILD_ID}; or the system properties
     * {@code subsecond.devserver}, {@code subsecond.token} and {@code subsecond.buildId}, which win. Returns at once: a
     * daemon thread connects. Where no server is named this does nothing, except that it is logged once, so the call can
     * stay in a program that is shipped.
     *
     * <p>It belongs first in {@code main}, because whether patching is on is decided when the first hot function is linked
     * or {@link Subsecond} is used. {@code -Dsubsecond.enabled=false} keeps patching off.
     *
     * @return the connection; the same one for every call while it has not ended
     * @throws IllegalStateException if a server is named, but it was decided before that patching is off
     */
    public static Connection connect() {
        return Connections.connect();
    }

    /**
     * The same for a server that the program knows. The build id is still that of the environment or the property, if
     * there is one.
     *
     * @param uri the server's WebSocket address, as {@code ws://127.0.0.1:8080}
     * @param token what opens the server's door
     * @throws IllegalArgumentException if the address is none of a WebSocket
     * @throws IllegalStateException if it was decided before that patching is off
     */
    public static Connection connectAt(URI uri, String token) {
        return Connections.connectAt(uri, token);
    }

    /**
     * Runs a task on the calling thread, and stops it and starts it again on each patch that touches it. What the caller
     * keeps, in variables that the task captures or in thread-locals, is kept.
     *
     * <p>A patch touches the task if, right after its commit, a frame of the task on this thread runs a body that the
     * patch has replaced: the task's own or that of a method it is inside of. A change of what the task merely calls
     * stops nothing, because the next call runs the new code anyway. Work that the task has given to other threads is not
     * looked at.
     *
     * <p>To be stopped, the task is interrupted; it should then end soon, normally or with an exception, which is logged
     * and goes no further. While it does not end, nothing else is started, and after 5 s that is
     * logged as a warning. An interruption that comes from elsewhere in the same moment is lost.
     *
     * <p>While patching is off the task is run once.
     *
     * @throws Exception what the task throws when it was not asked to stop; this call returns when the task ends without
     *     having been asked to
     */
    public static void serve(HotTask task) throws Exception {
        ServedTask.serve(task);
    }
}
