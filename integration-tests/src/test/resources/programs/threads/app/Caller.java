package app;

import dev.subsecond.runtime.Subsecond;

/** Calls, and checks what it gets: never a value older than one that somebody had seen before the call. */
final class Caller {
    /** A generation that some thread has seen the code of. */
    private static volatile long seen;

    private final Instance instance = new Instance();
    private final long lastGeneration;
    private final long deadline;

    Caller(long lastGeneration, long deadline) {
        this.lastGeneration = lastGeneration;
        this.deadline = deadline;
    }

    long run() {
        long calls = 0;
        while (seen < lastGeneration || System.nanoTime() < deadline) {
            round();
            calls += 3;
        }
        return calls;
    }

    private void round() {
        long published = Subsecond.generation();
        long others = seen;
        long plain = Values.plain();
        long multiplied = Values.multiplied();
        long spoken = -Long.parseLong(instance.spoken().substring(3));
        long after = Subsecond.generation();
        boolean ordered = published <= plain
                && others <= plain
                && plain <= multiplied / 31
                && multiplied / 31 <= spoken
                && spoken <= after;
        if (!ordered || multiplied % 31 != 0) {
            System.out.println("VIOLATION published " + published + ", others " + others + ", plain " + plain
                    + ", multiplied " + multiplied + ", spoken " + spoken + ", after " + after);
            System.exit(3);
        }
        seen = spoken;
    }
}
