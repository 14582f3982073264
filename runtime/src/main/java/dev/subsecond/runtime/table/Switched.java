package dev.subsecond.runtime.table;

import org.jspecify.annotations.Nullable;

/**
 * One function whose pointer a commit changed, with the code that it runs since.
 *
 * @param function the function
 * @param change what the history says of it
 * @param method the method whose frames run the new code: of a patch class, or the image's own; null if the function runs
 *     the code that it ran before, or code that has no frames
 */
public record Switched(
        Function function, Change change, @Nullable FunctionKey method) {}
