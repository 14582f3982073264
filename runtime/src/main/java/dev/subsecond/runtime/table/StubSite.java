package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * The call site of a stub.
 *
 * @param site what the stub calls
 * @param image the plain call of the method, receiver first
 * @param receivers which receivers the method's own code is for
 */
record StubSite(MutableCallSite site, MethodHandle image, Receivers receivers) {

    StubSite(MethodHandle image, Receivers receivers) {
        this(new MutableCallSite(image.type()), image, receivers);
    }

    /** Runs {@code body} where the plain call would have run the method's own code, and the plain call elsewhere. */
    MethodHandle patched(MethodHandle body) {
        MethodHandle typed = body.asType(image.type());
        return receivers.any() ? typed : MethodHandles.guardWithTest(receivers.test(image.type()), typed, image);
    }
}
