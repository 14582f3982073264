package dev.subsecond.runtime.closure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** One closure and its function. Two of the same object are equal. Safe for use by any thread. */
public final class Closure {

    private static final MethodHandle RUNS_ITSELF = find("runsItself", boolean.class);
    private static final MethodHandle CAPTURED = find("captured", Object[].class);

    private final Object body;
    private final Implementation implementation;

    /** Read when it is first needed. What an object captured never changes, so racing threads read the same. */
    private volatile Object @Nullable [] captured;

    private Closure(Object body, Implementation implementation) {
        this.body = body;
        this.implementation = implementation;
    }

    /**
     * A closure.
     *
     * @param type the public functional interface that {@code body} implements
     */
    public static Closure of(Object body, Class<?> type) {
        return new Closure(body, ClosureType.of(type).implementationOf(body));
    }

    /** Runs the newest code with the captured values; of the type of the interface's method. */
    public MethodHandle invoker() {
        MethodHandle plain = plain();
        return implementation.isFixed()
                ? plain
                : MethodHandles.guardWithTest(RUNS_ITSELF.bindTo(this), plain, capturing(implementation.newest()));
    }

    /** The pointer to the newest code. */
    public long pointer() {
        return implementation.pointer();
    }

    /** How often the code has changed: 0 in the image. */
    public int version() {
        return implementation.version();
    }

    /** The function as a reader would write it. */
    public String name() {
        return implementation.name();
    }

    /**
     * The function's own code of one version with the captured values; of the type of the interface's method.
     *
     * @throws IllegalArgumentException if the function has no code of that pointer, or none that could be called; the
     *     message says which
     */
    public MethodHandle version(long pointer) {
        if (pointer == pointer()) {
            return invoker();
        }
        MethodHandle code = implementation.body(pointer);
        if (code == null) {
            throw new IllegalArgumentException("it has no code of that address that could be called by itself");
        }
        return capturing(implementation.spread(code));
    }

    private MethodHandle plain() {
        return implementation.type().call().bindTo(body);
    }

    private MethodHandle capturing(MethodHandle code) {
        return MethodHandles.foldArguments(code, CAPTURED.bindTo(this));
    }

    @SuppressWarnings("unused")
    private boolean runsItself() {
        return implementation.runsItself();
    }

    @SuppressWarnings("unused")
    private Object[] captured() {
        Object[] known = captured;
        if (known == null) {
            known = implementation.captured(body);
            captured = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Closure closure && closure.body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    private static MethodHandle find(String name, Class<?> result) {
        try {
            return MethodHandles.lookup().findVirtual(Closure.class, name, MethodType.methodType(result));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Closure has this method", e);
        }
    }
}
