package dev.subsecond.runtime.closure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A functional interface of the API, and what is known of the classes of its closures. Safe for use by any thread. */
final class ClosureType {

    private static final ClassValue<ClosureType> TYPES = new ClassValue<>() {
        @Override
        protected ClosureType computeValue(Class<?> type) {
            return new ClosureType(type);
        }
    };

    /** Filled by the first closure of each class, since a class alone does not tell its implementation. */
    private final ClassValue<Slot> slots = new ClassValue<>() {
        @Override
        protected Slot computeValue(Class<?> type) {
            return new Slot();
        }
    };

    private final String method;
    private final MethodType type;
    private final MethodHandle call;

    private static final class Slot {

        volatile @Nullable Implementation implementation;
    }

    private ClosureType(Class<?> type) {
        Method only = type.getMethods()[0];
        this.method = only.getName();
        this.type = MethodType.methodType(only.getReturnType(), only.getParameterTypes());
        this.call = find(type);
    }

    /** @param type a public functional interface without further methods */
    static ClosureType of(Class<?> type) {
        return TYPES.get(type);
    }

    /** The name of its method. */
    String method() {
        return method;
    }

    /** The type of its method. */
    MethodType type() {
        return type;
    }

    /** Calls a closure, which comes first. */
    MethodHandle call() {
        return call;
    }

    /** How the class of a closure is implemented. Racing threads find the same. */
    Implementation implementationOf(Object closure) {
        Slot slot = slots.get(closure.getClass());
        Implementation known = slot.implementation;
        if (known == null) {
            known = ImplementationFinder.find(this, closure);
            slot.implementation = known;
        }
        return known;
    }

    private MethodHandle find(Class<?> owner) {
        try {
            return MethodHandles.publicLookup().findVirtual(owner, method, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the interface has this method", e);
        }
    }
}
