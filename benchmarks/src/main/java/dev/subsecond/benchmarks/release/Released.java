package dev.subsecond.benchmarks.release;

import dev.subsecond.annotations.Hot;

/** The same work as in {@code Work}; the stubs differ. */
public final class Released {

    private Released() {}

    /** A little work. */
    @Hot
    public static int mix(int a, int b) {
        return (a ^ b) * 31 + a;
    }
}
