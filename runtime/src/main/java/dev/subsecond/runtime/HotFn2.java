package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import dev.subsecond.runtime.scope.Scopes;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A hot function of 2 values, its receiver included. Made from the template all arities share.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <R> what it returns; {@link Void} for nothing
 * @param code how its code is found; opaque to callers
 */
public record HotFn2<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>(HotCode code)
        implements HotFunction {

    /** The handle of a linked method. Called by generated code, which knows that the types fit. */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            HotFn2<A, B, R> of(HotTarget target) {
        return new HotFn2<>(LinkedCode.of(target, 2));
    }

    /**
     * The handle of a closure: a lambda expression, a method reference, or an object of a class that implements
     * {@link Body}. It runs the newest code of that lambda's body, of the method that is referred to, or of the class's
     * method, with the values that the closure captured when it was made; pointer, version and name are that function's.
     *
     * <p>The closure keeps its old code where it captures other values after an edit, since it has not got them, and where
     * patches cannot reach it: a constructor reference in an image that was not prepared, a method of a library, a closure
     * in a named module that does not open its package to {@code dev.subsecond.runtime}.
     *
     * @param body may be called by several threads at once if the handle is
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            HotFn2<A, B, R> current(Body<A, B, R> body) {
        return new HotFn2<>(ClosureCode.of(body, Body.class));
    }

    /**
     * Runs the newest code. What the function throws is thrown on unchanged, checked exceptions too.
     *
     * <p>If code above this call, inside a {@code Subsecond.call}, is stale, that code is left with a {@link HotFnPanic}
     * that the {@code Subsecond.call} catches; a caller need not know.
     */
    public R call(A a, B b) {
        return tryCall(a, b);
    }

    /**
     * Does what {@link #call} does, for callers that want to know when their own code is stale.
     *
     * @throws HotFnPanic if code above this call runs although a patch has replaced it, and a {@code Subsecond.call} on
     *     this thread encloses that code. To be thrown on. Without such a call nothing could run the code again, so nothing
     *     is thrown and it runs on
     */
    @SuppressWarnings("unchecked")
    public R tryCall(A a, B b) throws HotFnPanic {
        try {
            return (R) code.invoker().invokeExact(a, b);
        } catch (Throwable thrown) {
            throw StubLinker.rethrow(thrown);
        }
    }

    /**
     * Runs the function's own code of one version; what that calls is the newest code. What the function throws is thrown
     * on unchanged, checked exceptions too.
     *
     * @throws HotFnPanic as {@link #tryCall}
     * @throws IllegalArgumentException if the pointer is not one of this function, or if that version cannot be called by
     *     itself: the image's code of a closure after it was patched, if the patch did not bring it along; a constructor's
     */
    @SuppressWarnings("unchecked")
    public R tryCallWithPtr(HotFnPtr ptr, A a, B b) throws HotFnPanic {
        Scopes.hotCall();
        var version = code.version(ptr);
        try {
            return (R) version.invokeExact(a, b);
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
     * A closure of 2 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <R> what it returns
     */
    @FunctionalInterface
    public interface Body<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
            extends Serializable {

        /** Runs the closure. */
        R call(A a, B b) throws Throwable;
    }
}
