package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A hot function of 8 values, its receiver included. Made from the template all arities share.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <D> the type of value 4
 * @param <E> the type of value 5
 * @param <F> the type of value 6
 * @param <G> the type of value 7
 * @param <H> the type of value 8
 * @param <R> what it returns; {@link Void} for nothing
 * @param code how its code is found; opaque to callers
 */
public record HotFn8<
                A extends @Nullable Object,
                B extends @Nullable Object,
                C extends @Nullable Object,
                D extends @Nullable Object,
                E extends @Nullable Object,
                F extends @Nullable Object,
                G extends @Nullable Object,
                H extends @Nullable Object,
                R extends @Nullable Object>(
        HotCode code) implements HotFunction {

    /** The handle of a linked method. Called by generated code, which knows that the types fit. */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            HotFn8<A, B, C, D, E, F, G, H, R> of(HotTarget target) {
        return new HotFn8<>(LinkedCode.of(target, 8));
    }

    /**
     * The handle of a closure. In this version of the runtime a closure is not patched: the handle runs the object it was
     * given, its pointer and its version stay what they are. What the closure calls is the newest code, as everywhere.
     */
    public static <
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            HotFn8<A, B, C, D, E, F, G, H, R> current(Body<A, B, C, D, E, F, G, H, R> body) {
        return new HotFn8<>(ClosureCode.of(body, Body.class, 8));
    }

    /**
     * Runs the newest code.
     *
     * @throws HotFnPanic if code above this call is stale; meant for the enclosing {@code Subsecond.call}
     */
    public R call(A a, B b, C c, D d, E e, F f, G g, H h) {
        return tryCall(a, b, c, d, e, f, g, h);
    }

    /**
     * Runs the newest code. What the function throws is thrown on unchanged, checked exceptions too.
     *
     * @throws HotFnPanic if code above this call is stale
     */
    @SuppressWarnings("unchecked")
    public R tryCall(A a, B b, C c, D d, E e, F f, G g, H h) throws HotFnPanic {
        try {
            return (R) code.invoker().invokeExact(a, b, c, d, e, f, g, h);
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
    public R tryCallWithPtr(HotFnPtr ptr, A a, B b, C c, D d, E e, F f, G g, H h) throws HotFnPanic {
        var version = code.version(ptr);
        try {
            return (R) version.invokeExact(a, b, c, d, e, f, g, h);
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
     * A closure of 8 values.
     *
     * @param <A> the type of value 1
     * @param <B> the type of value 2
     * @param <C> the type of value 3
     * @param <D> the type of value 4
     * @param <E> the type of value 5
     * @param <F> the type of value 6
     * @param <G> the type of value 7
     * @param <H> the type of value 8
     * @param <R> what it returns
     */
    @FunctionalInterface
    public interface Body<
                    A extends @Nullable Object,
                    B extends @Nullable Object,
                    C extends @Nullable Object,
                    D extends @Nullable Object,
                    E extends @Nullable Object,
                    F extends @Nullable Object,
                    G extends @Nullable Object,
                    H extends @Nullable Object,
                    R extends @Nullable Object>
            extends Serializable {

        /** Runs the closure. */
        R call(A a, B b, C c, D d, E e, F f, G g, H h) throws Throwable;
    }
}
