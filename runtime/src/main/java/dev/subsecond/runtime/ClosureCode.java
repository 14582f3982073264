package dev.subsecond.runtime;

import dev.subsecond.runtime.closure.Closure;
import dev.subsecond.runtime.scope.Scopes;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** The code of a closure: that of the method which its lambda expression or method reference runs. */
record ClosureCode(MethodHandle invoker, Closure closure) implements HotCode {

    /** @param bodyType the public interface that {@code body} implements */
    static ClosureCode of(Object body, Class<?> bodyType) {
        Closure closure = Closure.of(body, bodyType);
        return new ClosureCode(Scopes.hotCall(closure.invoker()), closure);
    }

    @Override
    public MethodHandle version(HotFnPtr ptr) {
        try {
            return closure.version(ptr.address());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ptr + " is not a pointer of " + name() + invoker.type() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public HotFnPtr pointer() {
        return new HotFnPtr(closure.pointer());
    }

    @Override
    public int version() {
        return closure.version();
    }

    @Override
    public String name() {
        return closure.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClosureCode code && code.closure.equals(closure);
    }

    @Override
    public int hashCode() {
        return closure.hashCode();
    }
}
