package dev.subsecond.runtime.table;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which classes run an instance method's own code, and not that of an override: the JVM's method selection (JVMS 5.4.6), asked
 * ahead of a call. A class hierarchy decides first, then the most specific of the interfaces.
 */
final class MethodSelection {

    private final FunctionKey method;

    MethodSelection(FunctionKey method) {
        this.method = method;
    }

    /**
     * Whether a call of the method on an object of {@code receiver} selects the method itself. Loads the types in the signatures
     * of the methods of the classes between the two.
     *
     * @throws LinkageError if such a type cannot be loaded, so that nobody can tell
     */
    boolean selects(Class<?> receiver) {
        if (overriding(receiver) != null) {
            return false;
        }
        return method.owner().isInterface()
                ? mostSpecificCode(receiver).equals(List.of(method.owner()))
                : method.owner().isAssignableFrom(receiver);
    }

    /**
     * The class whose code a call of the method on an object of {@code receiver} runs; null if there is no such code, or more
     * than one. Loads what {@link #selects} loads.
     *
     * @throws LinkageError as {@link #selects} does
     */
    @Nullable
    Class<?> selected(Class<?> receiver) {
        if (hasCode(method.owner()) && selects(receiver)) {
            return method.owner();
        }
        Class<?> overriding = overriding(receiver);
        if (overriding != null) {
            return hasCode(overriding) ? overriding : null;
        }
        List<Class<?>> code = mostSpecificCode(receiver);
        return code.size() == 1 ? code.get(0) : null;
    }

    /** The nearest superclass, or the class itself, that overrides the method: also by way of another override (JVMS 5.4.5). */
    private @Nullable Class<?> overriding(Class<?> receiver) {
        Deque<Class<?>> downwards = new ArrayDeque<>();
        for (Class<?> c = receiver; c != null && c != method.owner(); c = c.getSuperclass()) {
            downwards.addFirst(c);
        }
        Class<?> nearest = null;
        boolean seenOutside = false;
        for (Class<?> c : downwards) {
            boolean declares = declarations(c).findAny().isPresent();
            if (declares && (seenOutside || overrides(c))) {
                nearest = c;
                seenOutside |= isSeenOutside(c);
            }
        }
        return nearest;
    }

    private boolean hasCode(Class<?> type) {
        return declarations(type).anyMatch(found -> !Modifier.isAbstract(found.getModifiers()));
    }

    /**
     * Whether a class declares a method that the JVM takes instead. One in another package overrides a package-private method
     * only by way of one in the method's own package, which a later step upwards finds.
     */
    private boolean overrides(Class<?> type) {
        return declarations(type).findAny().isPresent() && (isInPackage(type) || isSeenOutside(method.owner()));
    }

    /** The interfaces of a class that declare the method with a body, without those that others override (JVMS 5.4.3.3). */
    private List<Class<?>> mostSpecificCode(Class<?> receiver) {
        List<Class<?>> declaring = interfaces(receiver).stream()
                .filter(type -> declarations(type).findAny().isPresent())
                .toList();
        return declaring.stream()
                .filter(type -> declaring.stream().noneMatch(other -> other != type && type.isAssignableFrom(other)))
                .filter(type -> declarations(type).noneMatch(found -> Modifier.isAbstract(found.getModifiers())))
                .toList();
    }

    private static Set<Class<?>> interfaces(Class<?> receiver) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> c = receiver; c != null; c = c.getSuperclass()) {
            addAll(c.getInterfaces(), interfaces);
        }
        return interfaces;
    }

    private static void addAll(Class<?>[] types, Set<Class<?>> interfaces) {
        for (Class<?> type : types) {
            if (interfaces.add(type)) {
                addAll(type.getInterfaces(), interfaces);
            }
        }
    }

    /** The instance method of that name and descriptor, if the type has one that takes part in the selection. */
    private Stream<Method> declarations(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(found -> (found.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
                .filter(method::hasSignatureOf);
    }

    private boolean isInPackage(Class<?> type) {
        return type.getClassLoader() == method.owner().getClassLoader()
                && type.getPackageName().equals(method.owner().getPackageName());
    }

    private boolean isSeenOutside(Class<?> type) {
        return declarations(type)
                .anyMatch(found -> (found.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
    }
}
