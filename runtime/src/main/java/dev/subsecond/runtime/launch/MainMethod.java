package dev.subsecond.runtime.launch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what {@code java} would run. A method handle calls it, so that a stack trace shows the user's {@code main} with
 * nothing but the launcher's own below it.
 */
final class MainMethod {

    private static final MethodType MAIN = MethodType.methodType(void.class, String[].class);

    /** From this version on a main method may do without {@code static}, {@code public} and its parameter. */
    private static final int FLEXIBLE_MAIN = 25;

    private MainMethod() {}

    /**
     * The program's entry as {@code (String[])void}. The class is not initialised yet.
     *
     * @throws NoMainException if there is none; the message is what {@code java} says
     */
    static MethodHandle find(String className, ClassLoader loader) throws NoMainException {
        Class<?> mainClass = load(className, loader);
        try {
            Method main = Runtime.version().feature() < FLEXIBLE_MAIN ? classic(mainClass) : flexible(mainClass);
            if (main == null) {
                throw new NoMainException("Error: Main method not found in class " + className
                        + ", please define the main method as:" + System.lineSeparator()
                        + "   public static void main(String[] args)");
            }
            return handle(mainClass, main);
        } catch (NoClassDefFoundError e) {
            throw notLoaded(className, e);
        }
    }

    private static Class<?> load(String className, ClassLoader loader) throws NoMainException {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw notLoaded(className, e);
        }
    }

    private static NoMainException notLoaded(String className, Throwable cause) {
        return new NoMainException("Error: Could not find or load main class " + className + System.lineSeparator()
                + "Caused by: " + cause);
    }

    private static @Nullable Method classic(Class<?> mainClass) {
        try {
            Method main = mainClass.getMethod("main", String[].class);
            return Modifier.isStatic(main.getModifiers()) && main.getReturnType() == void.class ? main : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** With the parameter first, then without; in the class itself first, then in what it inherits from. */
    private static @Nullable Method flexible(Class<?> mainClass) {
        Method classic = classic(mainClass);
        if (classic != null) {
            return classic;
        }
        for (List<Class<?>> parameters : List.<List<Class<?>>>of(List.of(String[].class), List.of())) {
            for (Class<?> type = mainClass; type != null; type = type.getSuperclass()) {
                Method main = declared(type, parameters);
                if (main != null) {
                    return main;
                }
            }
        }
        return null;
    }

    private static @Nullable Method declared(Class<?> type, List<Class<?>> parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main") && method.getReturnType() == void.class)
                .filter(method -> parameters.equals(List.of(method.getParameterTypes())))
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .findFirst()
                .orElse(null);
    }

    private static MethodHandle handle(Class<?> mainClass, Method main) throws NoMainException {
        try {
            // The class need not be public, only its method.
            main.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(main).asFixedArity();
            if (!Modifier.isStatic(main.getModifiers())) {
                handle = onNewObject(mainClass, handle);
            }
            return handle.type().parameterCount() == 0
                    ? MethodHandles.dropArguments(handle, 0, String[].class)
                    : handle.asType(MAIN);
        } catch (IllegalAccessException e) {
            throw new NoMainException(
                    "Error: The main method of class " + mainClass.getName() + " cannot be called: " + e);
        }
    }

    private static MethodHandle onNewObject(Class<?> mainClass, MethodHandle handle)
            throws NoMainException, IllegalAccessException {
        try {
            Constructor<?> constructor = mainClass.getDeclaredConstructor();
            constructor.setAccessible(true);
            MethodHandle create = MethodHandles.lookup().unreflectConstructor(constructor);
            return MethodHandles.foldArguments(handle.asType(handle.type().changeParameterType(0, mainClass)), create);
        } catch (NoSuchMethodException e) {
            throw new NoMainException("Error: Main class " + mainClass.getName() + " needs a constructor without"
                    + " parameters, because its main method is not static");
        }
    }
}
