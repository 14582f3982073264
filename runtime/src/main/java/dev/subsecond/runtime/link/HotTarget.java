package dev.subsecond.runtime.link;

import dev.subsecond.runtime.HotFnPtr;
import java.lang.invoke.MethodHandle;

/** A linked hot function. */
public final class HotTarget {

    private final MethodHandle invoker;
    private final HotFnPtr pointer;
    private final String name;

    HotTarget(MethodHandle invoker, HotFnPtr pointer, String name) {
        this.invoker = invoker;
        this.pointer = pointer;
        this.name = name;
    }

    /** Runs the newest code, the receiver first. */
    public MethodHandle invoker() {
        return invoker;
    }

    /** The pointer to the newest code. */
    public HotFnPtr pointer() {
        return pointer;
    }

    /** How often the code has changed. */
    public int version() {
        return 0;
    }

    /** The function as a reader would write it. */
    public String name() {
        return name;
    }

    /**
     * Runs the code of one version.
     *
     * @throws IllegalArgumentException if the pointer is not one of this function
     */
    public MethodHandle version(HotFnPtr ptr) {
        if (!ptr.equals(pointer)) {
            throw new IllegalArgumentException(ptr + " is not a pointer of " + name + invoker.type());
        }
        return invoker;
    }
}
