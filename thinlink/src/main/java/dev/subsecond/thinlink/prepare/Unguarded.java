package dev.subsecond.thinlink.prepare;

/**
 * A method that has a body but no guard: it runs as compiled, and an edit of it has to be refused.
 *
 * @param member the method's name followed by its descriptor, {@code tick(Lapp/World;)V}
 * @param reason why it has no guard, in words for the user
 */
public record Unguarded(String member, String reason) {}
