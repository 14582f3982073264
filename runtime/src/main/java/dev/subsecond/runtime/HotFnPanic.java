package dev.subsecond.runtime;

import java.io.Serial;

/**
 * Leaves code that a patch has made stale: thrown from a hot call, caught by the {@code Subsecond.call} that runs the
 * stale code again in its new form. It is thrown only where such a call encloses it on the same thread.
 *
 * <p>It is an error so that a handler of {@link Exception} does not keep it, and has neither stack trace nor suppressed
 * exceptions because it reports no fault. Code that catches {@link Throwable} and wants to be patched while it runs throws
 * it on; if it does not, its next hot call throws another one. {@code finally} blocks and the resources of a {@code try}
 * are closed as with any exception; a hot call that they make on the way throws too.
 */
public final class HotFnPanic extends Error {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Made by the runtime. One that a program throws on its own is an error like others: no scope catches it. */
    public HotFnPanic() {
        super("code above this hot call was patched", null, false, false);
    }
}
