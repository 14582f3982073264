package dev.subsecond.runtime.table;

import java.util.function.BooleanSupplier;

/** Waiting for the other actor of a sample, which is about to do what is waited for unless the machine is busy. */
@SuppressWarnings("ThreadPriorityCheck") // yields to let others work, not to be right
public final class Wait {

    private static final int BUSY_ROUNDS = 500;
    private static final long MOMENT_NANOS = 1_000_000;

    private static volatile boolean watched;
    private static volatile long looks;

    private Wait() {}

    /** Waits until a condition holds that another thread makes true. */
    public static void until(BooleanSupplier condition) {
        for (int round = 1; !condition.getAsBoolean(); round++) {
            step(round);
        }
    }

    /** Goes by between two looks: as quickly as can be at first, then giving up the processor. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a lost count only makes the moment longer
    static void step(int round) {
        if (watched) {
            looks++;
        }
        if (round < BUSY_ROUNDS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /**
     * What a broken way of doing things does where it must not be interrupted: gives whoever waits the time for a look,
     * so that it is caught also on a machine that does other work.
     */
    public static void aMoment() {
        long enough = looks + 2;
        long end = System.nanoTime() + MOMENT_NANOS;
        watched = true;
        while (looks < enough && System.nanoTime() < end) {
            Thread.yield();
        }
        watched = false;
    }
}
