package dev.subsecond.runtime;

/**
 * A function whose newest code every call runs. The handles {@link HotFn0} to {@link HotFn9} differ only in how many
 * values the function takes, its receiver included. All are safe for use by any thread.
 */
public sealed interface HotFunction
        permits HotFn0, HotFn1, HotFn2, HotFn3, HotFn4, HotFn5, HotFn6, HotFn7, HotFn8, HotFn9 {

    /** The pointer to the newest code. It changes if and only if the function's code does, and returns on an undo. */
    HotFnPtr ptrAddress();

    /** How often this function's code has changed since the program started; 0 is the code of the image. */
    int version();

    /** The function as a reader would write it: {@code app.Game.tick(World)}. */
    String name();
}
