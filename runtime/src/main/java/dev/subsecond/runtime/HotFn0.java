package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A hot function of no values, its receiver included. Made from the template all arities share.
 *
 * @param <R> what it returns; {@link Void} for nothing
 * @param code how its code is found; opaque to callers
 */
public record HotFn0<R extends @Nullable Object>(HotCode code) implements HotFunction {

    /** The handle of a linked method. Called by generated code, which knows that the types fit. */
    public static <R extends @Nullable Object> HotFn0<R> of(HotTarget target) {
        return new HotFn0<>(LinkedCode.of(target, 0));
    }

    /**
     * The handle of a closure. In this version of the runtime a closure is not patched: the handle runs the object it was
     * given, its pointer and its version stay what they are. What the closure calls is the newest code, as everywhere.
     */
    public static <R extends @Nullable Object> HotFn0<R> current(Body<R> body) {
        return new HotFn0<>(ClosureCode.of(body, Body.class, 0));
    }

    /**
     * Runs the newest code.
     *
     * @throws HotFnPanic if code above this call is stale; meant for the enclosing {@code Subsecond.call}
     */
    public R call() {
        return tryCall();
    }

    /**
     * Runs the newest code. What the function throws is thrown on unchanged, checked exceptions too.
     *
     * @throws HotFnPanic if code above this call is stale
     */
    @SuppressWarnings("unchecked")
    public R tryCall() throws HotFnPanic {
        try {
            return (R) code.invoker().invokeExact();
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * Runs the function's own code of one version; what that calls is the newest code. What the function throws is thrown
     * on unchanged, checked exceptions too.
     *
     * @throws HotFnPanic if code above this call is stale
     * @throws IllegalArgumentException if the pointer is not one of this function
     */
    @SuppressWarnings("unchecked")
    public R tryCallWithPtr(HotFnPtr ptr) throws HotFnPanic {
        var version = code.version(ptr);
        try {
            return (R) version.invokeExact();
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    @Override
    public HotFnPtr ptrAddress() {
        return code.pointer();
    }

    @Override
    public int version() {
        return code.version();
    }

    @Override
    public String name() {
        return code.name();
    }

    /** The function's name. */
    @Override
    public String toString() {
        return name();
    }

    /**
     * A closure of no values.
     *
     * @param <R> what it returns
     */
    @FunctionalInterface
    public interface Body<R extends @Nullable Object> extends Serializable {

        /** Runs the closure. */
        R call() throws Throwable;
    }
}
