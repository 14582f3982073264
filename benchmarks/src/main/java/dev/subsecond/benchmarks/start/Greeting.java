package dev.subsecond.benchmarks.start;

import dev.subsecond.annotations.Hot;

/** What the programs do. */
final class Greeting {

    private Greeting() {}

    @Hot
    static String of(String name) {
        return "hello ".concat(name);
    }
}
