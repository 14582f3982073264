package dev.subsecond.runtime.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the server is asked again: each time twice as long, from 100 ms to 10 s, of which a random part
 * of up to the half is left out, so that the programs of one server do not come all at once. Not thread-safe.
 */
final class Backoff {

    static final Duration SHORTEST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofSeconds(10);

    private long nanos = SHORTEST.toNanos();

    /** The server was there: begin anew. */
    void reset() {
        nanos = SHORTEST.toNanos();
    }

    /** The next delay in nanoseconds. */
    long next() {
        long full = nanos;
        nanos = Math.min(2 * full, LONGEST.toNanos());
        return full - ThreadLocalRandom.current().nextLong(full / 2);
    }
}
