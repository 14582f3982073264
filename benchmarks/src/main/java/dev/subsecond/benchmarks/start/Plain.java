package dev.subsecond.benchmarks.start;

/** A program without stubs. */
public final class Plain {

    private Plain() {}

    /** Says what it was told to look at. */
    public static void main(String[] args) throws Exception {
        System.out.println(Greeting.of("world"));
        Self.describe(args);
    }
}
