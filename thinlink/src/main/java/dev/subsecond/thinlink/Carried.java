package dev.subsecond.thinlink;

/**
 * A method that did not change and is part of a patch all the same.
 *
 * @param member the method as a person writes it, {@code app.Game.tick(World)}
 * @param cause why it comes along, as the end of a sentence
 */
public record Carried(String member, String cause) {}
