package dev.subsecond.runtime.scope;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * Whether any stack waits to be examined: a switch that every hot call asks. It is a call site and no field because the
 * JIT then takes the answer for a constant. Setting it belongs to the lock of {@link Marks}.
 */
final class Pending {

    private static final MethodHandle NO = MethodHandles.constant(boolean.class, false);
    private static final MethodHandle YES = MethodHandles.constant(boolean.class, true);

    private final MutableCallSite site = new MutableCallSite(NO);
    private final MutableCallSite[] sites = {site};

    /** Asks, as {@code ()boolean}. */
    MethodHandle test() {
        return site.dynamicInvoker();
    }

    void set(boolean pending) {
        MethodHandle target = pending ? YES : NO;
        if (site.getTarget() != target) {
            site.setTarget(target);
            MutableCallSite.syncAll(sites);
        }
    }

    boolean isSet() {
        return site.getTarget() == YES;
    }
}
