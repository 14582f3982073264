package dev.subsecond.runtime;

import java.time.Duration;

/**
 * A program's connection to its dev server. Made by {@link Devtools#connect()}. All methods may be called by any thread.
 *
 * <p>The connection never keeps the program running and never ends it. When it breaks, or the server cannot be reached,
 * it is made again by itself: after some 100 ms at first and some 10 s at most, each time about twice as long as before.
 * The server then sends what the program has missed. Only a server that refuses the program is not asked again; why it
 * does is logged once.
 */
public interface Connection extends AutoCloseable {

    /** Whether the server has welcomed the program and the connection holds, as far as is known. */
    boolean isConnected();

    /**
     * Waits until {@link #isConnected()}.
     *
     * @param patience how long at most
     * @return whether it is connected; false also at once if it never will be: because it was closed, the server refuses
     *     the program, or no server is named
     * @throws InterruptedException if the calling thread is interrupted
     */
    boolean awaitConnected(Duration patience) throws InterruptedException;

    /** Says goodbye to the server for good. The program runs on with the code it has. Doing so again does nothing. */
    @Override
    void close();
}
