package dev.subsecond.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Collects the events of a server and waits for the one a test is about. */
final class Events implements Consumer<ServeEvent> {

    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<ServeEvent> queue = new LinkedBlockingQueue<>();
    private final List<ServeEvent> seen = new ArrayList<>();

    @Override
    public void accept(ServeEvent event) {
        queue.add(event);
    }

    /** Waits for the next event of a type; those before it are skipped, and kept in {@link #seen}. */
    <T extends ServeEvent> T next(Class<T> type) throws InterruptedException {
        return next(type, event -> true);
    }

    <T extends ServeEvent> T next(Class<T> type, Predicate<T> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            ServeEvent event = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(event)
                    .as("waiting for %s after %s", type.getSimpleName(), seen)
                    .isNotNull();
            seen.add(event);
            if (type.isInstance(event) && condition.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    void nextLine(String line) throws InterruptedException {
        next(ServeEvent.Output.class, output -> output.line().equals(line));
    }

    /** Everything waited for so far, skipped events included. */
    List<ServeEvent> seen() {
        return List.copyOf(seen);
    }
}
