package dev.subsecond.runtime.patch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes objects for which no loaded constructor does what the newest source says: of all their constructors only one runs,
 * that of the nearest superclass which is no class of the program. The JDK has this for deserialisation.
 *
 * <p>Safe for use by several threads.
 */
final class Allocation {

    private static final MethodType MAKE = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final Constructor<?> superclassConstructor;
    private final Method factory;
    private final Object reflection;
    private final Map<Class<?>, Constructor<?>> constructors = new ConcurrentHashMap<>();

    private Allocation(Constructor<?> superclassConstructor) throws IllegalAccessException {
        this.superclassConstructor = superclassConstructor;
        try {
            // By name, since the compiler warns of every mention of it.
            Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
            reflection = type.getMethod("getReflectionFactory").invoke(null);
            factory = type.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
        } catch (ReflectiveOperationException e) {
            throw (IllegalAccessException) new IllegalAccessException(
                            "objects cannot be made without the module jdk.unsupported, which this Java has not: " + e)
                    .initCause(e);
        }
    }

    /**
     * A handle {@code (Object, parameters...)Object}. If the first argument is a class it makes an object of it and runs
     * {@code superclassConstructor} with the rest. Any other object is one that has been made already, and comes back as it
     * is.
     *
     * @throws IllegalAccessException if this JVM has no way to do so
     */
    static MethodHandle of(Constructor<?> superclassConstructor) throws IllegalAccessException {
        try {
            MethodHandle make = MethodHandles.lookup().findVirtual(Allocation.class, "make", MAKE);
            Class<?>[] parameters = superclassConstructor.getParameterTypes();
            MethodType type = MethodType.methodType(Object.class, parameters).insertParameterTypes(0, Object.class);
            return make.bindTo(new Allocation(superclassConstructor))
                    .asCollector(Object[].class, parameters.length)
                    .asType(type);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused")
    private Object make(Object seed, Object[] arguments) throws Throwable {
        if (!(seed instanceof Class<?> type)) {
            return seed;
        }
        Constructor<?> known = constructors.get(type);
        try {
            return (known == null ? constructor(type) : known).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The JDK's own constructors of this kind are called by reflection; a handle made of one makes the superclass's objects. */
    private Constructor<?> constructor(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> made = (Constructor<?>) factory.invoke(reflection, type, superclassConstructor);
        constructors.put(type, made);
        return made;
    }
}
