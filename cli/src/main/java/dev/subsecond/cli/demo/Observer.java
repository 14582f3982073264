package dev.subsecond.cli.demo;

import dev.subsecond.cli.demo.ServedProgram.Heard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Watches the program's output line by line. Whatever is waited for, every caption must continue the one before it: a
 * world that was lost or a generation that is missing fails the demo at once.
 */
final class Observer {
    private static final int REMEMBERED = 6;

    /** A caption, and when it was heard. */
    record Sighting(Caption caption, long nanoTime) {}

    private final ServedProgram program;
    private final Duration limit;
    private final Deque<String> recent = new ArrayDeque<>();
    private @Nullable Caption last;
    private @Nullable Double savedToLive;

    Observer(ServedProgram program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    /** The caption that was printed last. */
    Caption last() {
        if (last == null) {
            throw new IllegalStateException("Nothing was printed yet");
        }
        return last;
    }

    /** From here on another save is watched. */
    void forgetTimings() {
        savedToLive = null;
    }

    /** What the server measured for the patch of this save, in milliseconds, if it has said so yet. */
    OptionalDouble savedToLive() {
        return savedToLive == null ? OptionalDouble.empty() : OptionalDouble.of(savedToLive);
    }

    /** Waits for a caption that is as expected. */
    Sighting await(String expected, Predicate<Caption> isExpected) throws DemoFailure, InterruptedException {
        long deadline = deadline();
        while (true) {
            Heard heard = next(expected, deadline);
            if (heard.name().equals("output") && sees(heard) && isExpected.test(last())) {
                return new Sighting(last(), heard.nanoTime());
            }
        }
    }

    /** Takes the next captions, all of which must be as expected. */
    List<Caption> takeNext(int count, String expected, Predicate<Caption> isExpected)
            throws DemoFailure, InterruptedException {
        List<Caption> taken = new ArrayList<>();
        while (taken.size() < count) {
            Caption caption = await("one more line", any -> true).caption();
            if (!isExpected.test(caption)) {
                throw failure(expected);
            }
            taken.add(caption);
        }
        return taken;
    }

    /** Waits for an event of the server that is not output of the program. */
    JsonNode awaitEvent(String name, String expected) throws DemoFailure, InterruptedException {
        long deadline = deadline();
        while (true) {
            Heard heard = next(expected, deadline);
            if (heard.name().equals("output")) {
                sees(heard);
            } else if (heard.name().equals(name)) {
                return heard.event();
            }
        }
    }

    /** A failure that shows, beside what was expected, what was heard last. */
    DemoFailure failure(String expected) {
        return new DemoFailure("expected: " + expected + "\nheard last:\n  " + String.join("\n  ", recent));
    }

    private Heard next(String expected, long deadline) throws DemoFailure, InterruptedException {
        Heard heard =
                program.next(deadline).orElseThrow(() -> failure(expected + ", within " + limit.toSeconds() + " s"));
        remember(heard.event());
        switch (heard.name()) {
            case "end", "exited", "restarting" -> throw failure(expected + ", from a program that runs on");
            case "patched" ->
                savedToLive = heard.event().path("timings").path("total").asDouble();
            default -> {}
        }
        return heard;
    }

    /** Whether the line is a caption; if so it is the last one now. */
    private boolean sees(Heard heard) throws DemoFailure {
        Caption caption = Caption.parse(heard.event().path("line").asString("")).orElse(null);
        if (caption == null) {
            return false;
        }
        if (last != null && !caption.continues(last)) {
            throw failure("world " + last.world() + " to go on with generation " + (last.generation() + 1));
        }
        last = caption;
        return true;
    }

    private void remember(JsonNode event) {
        recent.addLast(event.toString());
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    private long deadline() {
        return System.nanoTime() + limit.toNanos();
    }
}
