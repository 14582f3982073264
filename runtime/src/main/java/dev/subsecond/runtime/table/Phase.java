package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The one switch that all call sites of a commit hang on: first they run the old code, then every call waits, then they
 * run the new code. Setting sites one by one would let a thread see new code and then old.
 *
 * <p>A caller passes either the constant {@code false} of the first phase or the volatile read in the gate, which orders
 * it behind all that the commit wrote before it opened the gate.
 */
final class Phase {

    private static final MethodType TYPE = MethodType.methodType(boolean.class, String.class);
    private static final MethodHandle OLD =
            MethodHandles.dropArguments(MethodHandles.constant(boolean.class, false), 0, String.class);

    private final MutableCallSite site = new MutableCallSite(OLD);
    private final MutableCallSite[] sites = {site};
    private final CountDownLatch gate = new CountDownLatch(1);
    private final MethodHandle pass = find("pass").bindTo(this);
    private final @Nullable FirstCall firstCall;

    /** @param firstCall told of calls that pass the gate, if anyone wants to know */
    Phase(@Nullable FirstCall firstCall) {
        this.firstCall = firstCall;
    }

    /** A test {@code ()boolean}: whether a call of {@code function} runs the new code. It may wait. */
    MethodHandle test(String function) {
        return MethodHandles.insertArguments(site.dynamicInvoker(), 0, function);
    }

    /** Runs {@code before} or {@code after}, two handles of one type, as the phase says. */
    MethodHandle between(String function, MethodHandle before, MethodHandle after) {
        return MethodHandles.guardWithTest(test(function), after, before);
    }

    /** From when this returns no call of the commit's functions starts until {@link #open}. Allocates nothing. */
    void close() {
        site.setTarget(pass);
        MutableCallSite.syncAll(sites);
    }

    /** Lets all calls go on, to the new code. Allocates nothing. */
    void open() {
        gate.countDown();
    }

    /** Called through {@link #pass}, under the gate or as long as the sites have not left this phase behind. */
    @SuppressWarnings("unused")
    private boolean pass(String function) {
        if (gate.getCount() != 0) {
            awaitUninterruptibly();
        }
        if (firstCall != null) {
            firstCall.observe(function);
        }
        return true;
    }

    private void awaitUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                gate.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static MethodHandle find(String name) {
        try {
            return MethodHandles.lookup().findVirtual(Phase.class, name, TYPE);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Phase has this method", e);
        }
    }
}
