package dev.subsecond.runtime;

import dev.subsecond.runtime.wire.Addresses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The code of a closure, which stays what it is. Its pointer is that of its class: one for each lambda expression. */
record ClosureCode(MethodHandle invoker, Object body) implements HotCode {

    /** @param bodyType the public interface that {@code body} implements, with a method {@code call} */
    static ClosureCode of(Object body, Class<?> bodyType, int arity) {
        try {
            MethodHandle call =
                    MethodHandles.publicLookup().findVirtual(bodyType, "call", MethodType.genericMethodType(arity));
            return new ClosureCode(call.bindTo(body), body);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the bodies of one template have a method call", e);
        }
    }

    @Override
    public MethodHandle version(HotFnPtr ptr) {
        if (!ptr.equals(pointer())) {
            throw new IllegalArgumentException(ptr + " is not a pointer of " + name() + invoker.type());
        }
        return invoker;
    }

    @Override
    public HotFnPtr pointer() {
        return new HotFnPtr(Addresses.function("", body.getClass().getName(), "call", ""));
    }

    @Override
    public int version() {
        return 0;
    }

    @Override
    public String name() {
        return body.getClass().getName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClosureCode code && code.body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }
}
