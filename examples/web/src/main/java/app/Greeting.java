package app;

/**
 * What the application answers; as JSON on the wire.
 *
 * @param text for the visitor
 * @param visit how many came before, and this one
 */
public record Greeting(String text, int visit) {}
