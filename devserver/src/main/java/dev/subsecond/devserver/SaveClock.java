package dev.subsecond.devserver;

import dev.subsecond.thinlink.LinkTimings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Takes the times of one attempt. Starts when the attempt does. */
final class SaveClock {

    private static final LinkTimings NOT_LINKED = new LinkTimings(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final long savedNanos;
    private final long begunNanos = System.nanoTime();
    private long compiledNanos = begunNanos;
    private LinkTimings linked = NOT_LINKED;
    private long sentNanos = begunNanos;

    /** For files whose newest save was at that time, on the clock of {@link System#nanoTime}. */
    SaveClock(long savedNanos) {
        this.savedNanos = savedNanos;
    }

    void compiled() {
        compiledNanos = System.nanoTime();
    }

    void linked(LinkTimings timings) {
        linked = timings;
    }

    /** The patch is about to be written and sent. */
    void sending() {
        sentNanos = System.nanoTime();
    }

    double sinceSave() {
        return millis(System.nanoTime() - savedNanos);
    }

    /** The times known before the patch is sent, for the program to show. */
    Map<String, Double> soFar() {
        Map<String, Double> times = new LinkedHashMap<>();
        times.put("watch", millis(begunNanos - savedNanos));
        times.put("compile", millis(compiledNanos - begunNanos));
        times.put("diff", millis(linked.diff().toNanos()));
        times.put("reach", millis(linked.reach().toNanos()));
        times.put("link", millis(linked.link().toNanos()));
        return times;
    }

    /** All times, once the program has answered with its own. */
    SaveTimings complete(Map<String, Double> program) {
        Map<String, Double> known = soFar();
        double answered = millis(System.nanoTime() - sentNanos);
        double inProgram =
                program.values().stream().mapToDouble(Double::doubleValue).sum();
        return new SaveTimings(
                known.getOrDefault("watch", 0.0),
                known.getOrDefault("compile", 0.0),
                known.getOrDefault("diff", 0.0),
                known.getOrDefault("reach", 0.0),
                known.getOrDefault("link", 0.0),
                Math.max(0, answered - inProgram),
                program.getOrDefault("verify", 0.0),
                program.getOrDefault("commit", 0.0),
                sinceSave());
    }

    static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
