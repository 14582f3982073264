package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the member of a family for a receiver, as the JVM does for a declared method: that of the nearest superclass,
 * else that of the most specific interface. Immutable but for its cache; a change of the members makes a new one.
 */
final class FamilyDispatch {

    private static final MethodHandle SELECT = find("select", MethodHandle.class, Object.class);
    private static final MethodHandle NO_MEMBER =
            find("noMember", AbstractMethodError.class, String.class, Class.class);

    private final String name;
    private final MethodType type;
    private final Map<Class<?>, MethodHandle> members;
    private final ClassValue<MethodHandle> selected = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> receiver) {
            MethodHandle member = member(receiver);
            return member == null ? missing(receiver) : member;
        }
    };

    private FamilyDispatch(String name, MethodType type, Map<Class<?>, MethodHandle> members) {
        this.name = name;
        this.type = type;
        this.members = members;
    }

    /** A handle of {@code type} that runs the member for its first argument. */
    static MethodHandle of(String name, MethodType type, Map<Class<?>, MethodHandle> members) {
        FamilyDispatch dispatch = new FamilyDispatch(name, type, Map.copyOf(members));
        MethodHandle select =
                SELECT.bindTo(dispatch).asType(MethodType.methodType(MethodHandle.class, type.parameterType(0)));
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(type), select);
    }

    @SuppressWarnings("unused")
    private MethodHandle select(Object receiver) {
        return selected.get(receiver.getClass());
    }

    private @Nullable MethodHandle member(Class<?> receiver) {
        for (Class<?> c = receiver; c != null; c = c.getSuperclass()) {
            MethodHandle member = members.get(c);
            if (member != null) {
                return member.asType(type);
            }
        }
        Class<?> best = mostSpecificInterface(receiver);
        MethodHandle member = best == null ? null : members.get(best);
        return member == null ? null : member.asType(type);
    }

    private @Nullable Class<?> mostSpecificInterface(Class<?> receiver) {
        Class<?> best = null;
        Deque<Class<?>> toVisit = new ArrayDeque<>();
        toVisit.add(receiver);
        while (!toVisit.isEmpty()) {
            Class<?> c = toVisit.remove();
            if (members.containsKey(c) && (best == null || best.isAssignableFrom(c))) {
                best = c;
            }
            if (c.getSuperclass() != null) {
                toVisit.add(c.getSuperclass());
            }
            toVisit.addAll(java.util.List.of(c.getInterfaces()));
        }
        return best;
    }

    private MethodHandle missing(Class<?> receiver) {
        MethodHandle error = MethodHandles.insertArguments(NO_MEMBER.bindTo(this), 0, name, receiver);
        MethodHandle thrower = MethodHandles.foldArguments(
                MethodHandles.throwException(type.returnType(), AbstractMethodError.class), error);
        return MethodHandles.dropArguments(thrower, 0, type.parameterList());
    }

    /** A new error for each call, so that its trace is that of the call. */
    @SuppressWarnings("unused")
    private AbstractMethodError noMember(String method, Class<?> receiver) {
        return new AbstractMethodError(receiver.getName() + " does not implement " + method);
    }

    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
        try {
            return MethodHandles.lookup()
                    .findVirtual(FamilyDispatch.class, name, MethodType.methodType(result, parameters));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("FamilyDispatch has this method", e);
        }
    }
}
