package dev.subsecond.it.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Everything a command said, in order, for those who wait for it and for those who must be told when it failed. */
public final class EventLog {

    /** Far beyond what anything takes, on a machine that does much else. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<Event> events = new ArrayList<>();
    private boolean ended;

    synchronized void add(JsonNode json) {
        events.add(new Event(events.size(), json));
        notifyAll();
    }

    /** No more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Where the log ends now: a place to wait from. */
    public synchronized int size() {
        return events.size();
    }

    /** What came at {@code from} or later. */
    public synchronized List<Event> since(int from) {
        return List.copyOf(events.subList(from, events.size()));
    }

    /** The lines that the program has written so far. */
    public synchronized List<String> outputs() {
        return events.stream()
                .filter(event -> event.is("output"))
                .map(event -> event.text("line"))
                .toList();
    }

    /**
     * Waits for the first event at {@code from} or later that is {@code wanted}.
     *
     * @throws AssertionError if it does not come, with the whole log
     */
    public synchronized Event await(int from, String what, Predicate<Event> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int next = from; ; next++) {
            awaitEvent(next, deadline, what);
            if (wanted.test(events.get(next))) {
                return events.get(next);
            }
        }
    }

    private synchronized void awaitEvent(int index, long deadline, String what) {
        while (events.size() <= index) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || millis <= 0) {
                throw new AssertionError((ended ? "It ended without " : "Waited in vain for ") + what + "\n" + this);
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + what + "\n" + this, e);
            }
        }
    }

    @Override
    public synchronized String toString() {
        return events.stream().map(Event::toString).collect(Collectors.joining("\n  ", "All events:\n  ", ""));
    }
}
