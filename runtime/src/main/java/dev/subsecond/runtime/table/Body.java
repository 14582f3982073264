package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Code that a patch brought for a function.
 *
 * @param handle runs it, receiver first
 * @param method the method of a patch class that it is, as a stack frame names it; null for code that has no frames
 */
public record Body(MethodHandle handle, @Nullable FunctionKey method) {

    /** Stands for the image's own code, whose handle only the function's call sites have. */
    public static final Body IMAGE = new Body(MethodHandles.constant(Void.class, null), null);
}
