package dev.subsecond.runtime.link;

import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.table.Function;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** A hot function as its stub has linked it. Two of the same function are equal. Safe for use by several threads. */
public final class HotTarget {

    private final Function function;
    private final MethodHandle invoker;

    HotTarget(Function function, MethodHandle invoker) {
        this.function = function;
        this.invoker = invoker;
    }

    /** Runs the newest code, receiver first, as a hot call: it unwinds if code above it is stale. In a {@code static final} field it costs what a direct call does. */
    public MethodHandle invoker() {
        return invoker;
    }

    /** The pointer to the newest code. */
    public HotFnPtr pointer() {
        return new HotFnPtr(function.pointer());
    }

    /** How often the code has changed: 0 in the image. */
    public int version() {
        return function.version();
    }

    /** The function as a reader would write it: {@code app.Game.tick(World)}. */
    public String name() {
        return function.key().displayName();
    }

    /**
     * The function's own code of one version, receiver first; what that code calls is the newest code.
     *
     * @throws IllegalArgumentException if the function has no code of that pointer
     */
    public MethodHandle version(HotFnPtr pointer) {
        MethodHandle body = function.body(pointer.address());
        if (body == null) {
            throw new IllegalArgumentException(pointer + " is no version of " + name());
        }
        return body.asType(invoker.type());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HotTarget target && target.function == function;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(function);
    }

    /** The function's name. */
    @Override
    public String toString() {
        return name();
    }
}
