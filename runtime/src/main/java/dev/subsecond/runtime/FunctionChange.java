package dev.subsecond.runtime;

import java.util.Objects;

/**
 * One function whose code a patch changed.
 *
 * @param name the function as a reader would write it: {@code app.Game.tick(World)}
 * @param oldPtr the pointer to the code before
 * @param newPtr the pointer to the code now
 */
public record FunctionChange(String name, HotFnPtr oldPtr, HotFnPtr newPtr) {

    /** Checks that nothing is null. */
    public FunctionChange {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(oldPtr, "oldPtr");
        Objects.requireNonNull(newPtr, "newPtr");
    }
}
