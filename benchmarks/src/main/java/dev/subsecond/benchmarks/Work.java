package dev.subsecond.benchmarks;

import dev.subsecond.annotations.Hot;

/** A hot function that is as small as functions get, so that the call of it counts. */
public final class Work {

    private Work() {}

    /** A little work. */
    @Hot
    public static int mix(int a, int b) {
        return (a ^ b) * 31 + a;
    }

    /** The code of every other patch: another answer for as much work, a multiplication that compiles to a shift included. */
    static int oddMix(int a, int b) {
        return (a ^ b) * 31 + b;
    }

    /** The code of the patches in between: as much work as in the image. */
    static int evenMix(int a, int b) {
        return (a ^ b) * 31 + a;
    }
}
