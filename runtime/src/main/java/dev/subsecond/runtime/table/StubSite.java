package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.function.Supplier;

/**
 * A call site that leads to one method: that of a stub, or of patched code.
 *
 * @param site what is called
 * @param image the plain call of the method, receiver first
 * @param receivers which receivers the method's own code is for
 * @param others makes the call for all other receivers, which may have patched methods of their own
 */
record StubSite(MutableCallSite site, MethodHandle image, Receivers receivers, Supplier<MethodHandle> others) {

    /** The call of exactly one method. */
    static StubSite exact(MethodHandle image) {
        return virtual(image, Receivers.all(), () -> image);
    }

    /** A call of a method that may be overridden. */
    static StubSite virtual(MethodHandle image, Receivers receivers, Supplier<MethodHandle> others) {
        return new StubSite(new MutableCallSite(image.type()), image, receivers, others);
    }

    /** Runs {@code body} where the plain call would have run the method's own code, and what is there elsewhere. */
    MethodHandle patched(MethodHandle body) {
        MethodHandle typed = body.asType(image.type());
        return receivers.any() ? typed : MethodHandles.guardWithTest(receivers.test(image.type()), typed, others.get());
    }
}
