package dev.subsecond.benchmarks.start;

/** The same program, with a stub in it. */
public final class Stubbed {

    private Stubbed() {}

    /** Says what it was told to look at. */
    public static void main(String[] args) throws Exception {
        System.out.println(GreetingHot.of("world"));
        Self.describe(args);
    }
}
