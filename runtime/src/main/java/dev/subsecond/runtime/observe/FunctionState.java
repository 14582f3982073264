package dev.subsecond.runtime.observe;

import dev.subsecond.runtime.HotFunction;

/** A hot function as management tools see it. They want getters. */
public final class FunctionState {

    private final String name;
    private final String pointer;
    private final int version;

    FunctionState(HotFunction function) {
        this.name = function.name();
        this.pointer = function.ptrAddress().toString();
        this.version = function.version();
    }

    /** The function as a reader would write it: {@code app.Game.tick(World)}. */
    public String getName() {
        return name;
    }

    /** The pointer to its newest code, {@code 0x…}. */
    public String getPointer() {
        return pointer;
    }

    /** How many times its code changed. */
    public int getVersion() {
        return version;
    }
}
