package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** For which receivers a call of a method runs that method's own code: those whose class does not override it. */
final class Receivers {

    private static final MethodHandle INHERIT = find();

    private final @Nullable FunctionKey method;
    private final ClassValue<Boolean> inherits = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return inherits(type);
        }
    };

    private Receivers(@Nullable FunctionKey method) {
        this.method = method;
    }

    /** For a method that is not chosen by its receiver. */
    static Receivers all() {
        return new Receivers(null);
    }

    static Receivers of(FunctionKey method) {
        return new Receivers(method);
    }

    boolean any() {
        return method == null;
    }

    /** A test that takes the first parameter of {@code type}. A null receiver is left to the plain call. */
    MethodHandle test(MethodType type) {
        return INHERIT.bindTo(this).asType(MethodType.methodType(boolean.class, type.parameterType(0)));
    }

    @SuppressWarnings("unused")
    private boolean inherit(@Nullable Object receiver) {
        return receiver != null && inherits.get(receiver.getClass());
    }

    private boolean inherits(Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (method != null && c == method.owner()) {
                return true;
            }
            if (overrides(c)) {
                return false;
            }
        }
        return false;
    }

    private boolean overrides(Class<?> type) {
        try {
            for (Method candidate : type.getDeclaredMethods()) {
                if (isVirtual(candidate) && hasSignature(candidate)) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError e) {
            return true; // what it declares cannot be known, so the JVM has to choose
        }
    }

    private static boolean isVirtual(Method candidate) {
        return (candidate.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
    }

    private boolean hasSignature(Method candidate) {
        return method != null
                && candidate.getName().equals(method.name())
                && MethodType.methodType(candidate.getReturnType(), candidate.getParameterTypes())
                        .toMethodDescriptorString()
                        .equals(method.descriptor());
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(Receivers.class, "inherit", MethodType.methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Receivers has this method", e);
        }
    }
}
