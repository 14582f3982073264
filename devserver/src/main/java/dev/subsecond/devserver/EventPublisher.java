package dev.subsecond.devserver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Delivers events in order, on a thread of their own: a slow listener delays no patch. */
final class EventPublisher {

    private static final System.Logger LOGGER = System.getLogger(EventPublisher.class.getName());

    private final Consumer<ServeEvent> listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(EventPublisher::thread);
    private final CompletableFuture<Void> delivered = new CompletableFuture<>();

    EventPublisher(Consumer<ServeEvent> listener) {
        this.listener = listener;
    }

    /** Returns at once. An event after {@link #finish} is lost. */
    void publish(ServeEvent event) {
        submit(() -> deliver(event));
    }

    /** No event comes after those published so far; {@link #delivered} completes when they were delivered. */
    void finish() {
        submit(() -> delivered.complete(null));
        thread.shutdown();
    }

    /** Completes when the last event was delivered. */
    CompletableFuture<Void> delivered() {
        return delivered.copy();
    }

    private void submit(Runnable task) {
        // An executor that was shut down throws; output of a dying program may come later than its end.
        Executor executor = thread;
        synchronized (thread) {
            if (!thread.isShutdown()) {
                executor.execute(task);
            }
        }
    }

    private void deliver(ServeEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "A listener failed on " + event, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "subsecond-events");
        thread.setDaemon(true);
        return thread;
    }
}
