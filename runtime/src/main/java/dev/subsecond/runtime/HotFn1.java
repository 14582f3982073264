package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A hot function of 1 value, its receiver included. Made from the template all arities share.
 *
 * @param <A> the type of value 1
 * @param <R> what it returns; {@link Void} for nothing
 * @param code how its code is found; opaque to callers
 */
public record HotFn1<A extends @Nullable Object, R extends @Nullable Object>(HotCode code) implements HotFunction {

    /** The handle of a linked method. Called by generated code, which knows that the types fit. */
    public static <A extends @Nullable Object, R extends @Nullable Object> HotFn1<A, R> of(HotTarget target) {
        return new HotFn1<>(LinkedCode.of(target, 1));
    }

    /**
     * The handle of a closure. In this version of the runtime a closure is not patched: the handle runs the object it was
     * given, its pointer and its version stay what they are. What the closure calls is the newest code, as everywhere.
     */
    public static <A extends @Nullable Object, R extends @Nullable Object> HotFn1<A, R> current(Body<A, R> body) {
        return new HotFn1<>(ClosureCode.of(body, Body.class, 1));
    }

    /**
     * Runs the newest code.
     *
     * @throws HotFnPanic if code above this call is stale; meant for the enclosing {@code Subsecond.call}
     */
    public R call(A a) {
        return tryCall(a);
    }

    /**
     * Runs the newest code. What the function throws is thrown on unchanged, checked exceptions too.
     *
     * @throws HotFnPanic if code above this call is stale
     */
    @SuppressWarnings("unchecked")
    public R tryCall(A a) throws HotFnPanic {
        try {
            return (R) code.invoker().invokeExact(a);
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
    public R tryCallWithPtr(HotFnPtr ptr, A a) throws HotFnPanic {
        var version = code.version(ptr);
        try {
            return (R) version.invokeExact(a);
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
     * A closure of 1 value.
     *
     * @param <A> the type of value 1
     * @param <R> what it returns
     */
    @FunctionalInterface
    public interface Body<A extends @Nullable Object, R extends @Nullable Object> extends Serializable {

        /** Runs the closure. */
        R call(A a) throws Throwable;
    }
}
