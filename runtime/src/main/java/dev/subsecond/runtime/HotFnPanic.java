package dev.subsecond.runtime;

import java.io.Serial;

/**
 * Leaves code that a patch has made stale: thrown from a hot call, caught by the {@code Subsecond.call} that runs the
 * stale code again in its new form. It is an error so that a handler of {@link Exception} does not keep it, has no stack
 * trace because it reports no fault, and never crosses threads.
 *
 * <p>This version of the runtime does not throw it yet: a running frame keeps its code until it returns.
 */
public final class HotFnPanic extends Error {

    @Serial
    private static final long serialVersionUID = 1L;

    HotFnPanic() {
        super("code above this hot call was patched", null, false, false);
    }
}
