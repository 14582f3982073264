package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** For which receivers a call of a method runs that method's own code: those whose class does not override it. */
final class Receivers {

    private static final MethodHandle INHERIT = find();

    private final @Nullable MethodSelection method;
    private final ClassValue<Boolean> inherits = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return inherits(type);
        }
    };

    private Receivers(@Nullable MethodSelection method) {
        this.method = method;
    }

    /** For a method that is not chosen by its receiver. */
    static Receivers all() {
        return new Receivers(null);
    }

    static Receivers of(FunctionKey method) {
        return new Receivers(new MethodSelection(method));
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
        try {
            return method != null && method.selects(type);
        } catch (LinkageError e) {
            return false; // what its classes declare cannot be known, so the JVM has to choose
        }
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
