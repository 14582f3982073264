package dev.subsecond.cli.demo;

/** What the program printed is not what the demo promised. The message says what was expected and what was seen. */
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1;

    DemoFailure(String message) {
        super(message);
    }
}
