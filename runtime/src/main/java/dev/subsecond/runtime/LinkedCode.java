package dev.subsecond.runtime;

import dev.subsecond.runtime.link.HotTarget;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The code of a method that generated code has linked. Two of the same method are equal. */
record LinkedCode(MethodHandle invoker, HotTarget target) implements HotCode {

    static LinkedCode of(HotTarget target, int arity) {
        return new LinkedCode(target.invoker().asType(MethodType.genericMethodType(arity)), target);
    }

    @Override
    public MethodHandle version(HotFnPtr ptr) {
        try {
            return target.version(ptr).asType(invoker.type());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ptr + " is not a pointer of " + name() + " with the types "
                            + target.invoker().type(),
                    e);
        }
    }

    @Override
    public HotFnPtr pointer() {
        return target.pointer();
    }

    @Override
    public int version() {
        return target.version();
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkedCode code && code.target.equals(target);
    }

    @Override
    public int hashCode() {
        return target.hashCode();
    }
}
