package dev.subsecond.runtime.scope;

import dev.subsecond.runtime.HotFnPanic;
import dev.subsecond.runtime.HotRunnable;
import dev.subsecond.runtime.HotSupplier;
import dev.subsecond.runtime.closure.Closures;
import dev.subsecond.runtime.table.HotTable;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs closures as scopes, and lets hot calls unwind to them. Safe for use by any thread.
 *
 * <p>A commit changes code first and marks stacks afterwards; a scope counts itself first and looks for its code
 * afterwards. So whoever is not marked runs the commit's code.
 */
public final class Scopes {

    /** The name of the methods whose frames are the scopes on a stack. */
    static final String ACTIVATION = "activate";

    /** How long a thread may take to its next hot call before it is left alone. */
    private static final long PATIENCE_SECONDS = 10;

    private static final ScopeRegistry REGISTRY = new ScopeRegistry();
    private static final Marks MARKS = new Marks(
            REGISTRY, CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS), PATIENCE_SECONDS);
    private static final MethodHandle PENDING = MARKS.pending();
    private static final MethodHandle EXAMINE = find();

    private static volatile ScopeListener listener = (function, generation) -> {};

    private Scopes() {}

    /**
     * Runs the newest code of a closure as a scope. Is itself a hot call of the enclosing scope.
     *
     * @throws HotFnPanic if code above this call is stale
     */
    public static void run(HotRunnable body) {
        hotCall();
        activate(body);
    }

    /**
     * Runs the newest code of a closure as a scope and returns its result. Is itself a hot call of the enclosing scope.
     *
     * @throws HotFnPanic if code above this call is stale
     */
    public static <T extends @Nullable Object> T run(HotSupplier<T> body) {
        hotCall();
        return activate(body);
    }

    private static void activate(HotRunnable body) {
        ScopeStack stack = REGISTRY.own();
        int level = stack.enter();
        try {
            while (true) {
                try {
                    Closures.run(body);
                    return;
                } catch (HotFnPanic panic) {
                    restart(stack, level, panic);
                }
            }
        } finally {
            leave(stack, level);
        }
    }

    private static <T extends @Nullable Object> T activate(HotSupplier<T> body) {
        ScopeStack stack = REGISTRY.own();
        int level = stack.enter();
        try {
            while (true) {
                try {
                    return Closures.get(body);
                } catch (HotFnPanic panic) {
                    restart(stack, level, panic);
                }
            }
        } finally {
            leave(stack, level);
        }
    }

    private static void leave(ScopeStack stack, int level) {
        if (stack.leave(level)) {
            MARKS.left(stack);
        }
    }

    /**
     * Returns if the scope of that level has to run again.
     *
     * @throws HotFnPanic the one given, if it was aimed at another scope
     */
    private static void restart(ScopeStack stack, int level, HotFnPanic panic) {
        if (!stack.arriveAt(level)) {
            throw panic;
        }
        Activation activation = stack.activation(level);
        activation.restarted(MARKS.completed(), System.nanoTime());
        listener.restarted(activation.stale(), MARKS.completed());
    }

    /**
     * To be asked at the start of every hot call. Free while no stack waits to be examined.
     *
     * @throws HotFnPanic if code above this call, and inside a scope, is stale
     */
    public static void hotCall() {
        if (isPending()) {
            examine();
        }
    }

    /** A hot call: asks {@link #hotCall} and then runs {@code target}. */
    public static MethodHandle hotCall(MethodHandle target) {
        MethodHandle examining = MethodHandles.foldArguments(target, EXAMINE);
        return MethodHandles.guardWithTest(PENDING, examining, target);
    }

    /**
     * Marks the stacks that may hold code which a commit has replaced. To be called after each commit, in their order.
     *
     * @param generation the state that it produced
     */
    public static void committed(long generation) {
        MARKS.committed(generation);
    }

    /** Tells {@code told} of scopes that run again, on their threads, and no one else any more. */
    public static void onRestart(ScopeListener told) {
        listener = told;
    }

    /** Whether a frame is a scope's: there are as many on a stack as the thread is in scopes. */
    static boolean isActivation(StackFrame frame) {
        return frame.getDeclaringClass() == Scopes.class
                && frame.getMethodName().equals(ACTIVATION);
    }

    /** Whether any thread has stale or unexamined code in a scope, so that hot calls have more to do. */
    public static boolean isPending() {
        try {
            return (boolean) PENDING.invokeExact();
        } catch (Throwable e) {
            throw new LinkageError("a constant cannot fail", e);
        }
    }

    /** Under {@link #PENDING}. */
    private static void examine() {
        ScopeStack stack = REGISTRY.ownIfAny();
        long mark = stack == null ? 0 : stack.mark();
        if (stack == null || mark == 0) {
            return;
        }
        for (StaleScope scope : StackFrames.staleScopes(stack.depth())) {
            if (restarts(stack, scope)) {
                stack.aimAt(scope.level());
                throw new HotFnPanic();
            }
        }
        MARKS.examined(stack, mark);
    }

    /** Whether code inside the scope is left for a new start. If the scope is given up for being of no use, says so once. */
    private static boolean restarts(ScopeStack stack, StaleScope scope) {
        Activation activation = stack.activation(scope.level());
        long generation = HotTable.shared().snapshot().generation().number();
        Activation.Decision decision = activation.onStale(scope.function(), generation, System.nanoTime());
        if (decision == Activation.Decision.GIVE_UP_UNHELPED && activation.firstReport()) {
            Reports.unhelped(scope.level(), scope.function());
        }
        if (decision == Activation.Decision.GIVE_UP_RESTLESS) {
            Reports.restless(scope.level(), scope.function());
        }
        return decision == Activation.Decision.RESTART;
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup().findStatic(Scopes.class, "examine", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Scopes has this method", e);
        }
    }
}
