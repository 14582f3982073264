package dev.subsecond.devserver;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a server has opened, closed in reverse order, once. Closing may come from any thread at any time, also from the
 * JVM's shutdown while the server still starts: what is added after that is closed at once.
 */
final class Closer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Closer.class.getName());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** Takes charge of a resource and returns it. */
    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            close(resource);
        } else {
            opened.push(resource);
        }
        return resource;
    }

    /** Closes everything, whatever fails; returns when that is done, also if another thread does it. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOGGER.log(System.Logger.Level.WARNING, "Could not be closed: " + resource, e);
        }
    }
}
