package dev.subsecond.runtime.nativecode;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.nio.Buffer;

/**
 * Calls of C functions from Java.
 *
 * <p>C keeps no types in a library, so that the function at an address takes what the Java method says is believed. The
 * types correspond as in JNA: {@code byte}, {@code short}, {@code int}, {@code long} are {@code int8_t} to {@code
 * int64_t}; {@code char} is {@code wchar_t}; {@code boolean} is {@code int}, passed as 0 or 1, and any result but 0 is
 * true (a result of C's own {@code bool} leaves the upper bits undefined, so it is not meant by that). A {@code String} is a
 * {@code const char *} in UTF-8, a copy that lives as long as the call; an array of primitives is a pointer to its
 * elements, copied there and back; a buffer of {@code java.nio}, which must be direct, is a pointer to its memory.
 *
 * <p>A JVM of Java 24 or newer prints a warning when JNA is loaded unless it was started with {@code
 * --enable-native-access=ALL-UNNAMED}.
 */
public final class NativeCall {

    /** What fits, for whoever has declared something else. */
    public static final String FITTING = "what fits: primitives, String, arrays of primitives (as parameters), direct"
            + " java.nio buffers (as parameters), and JNA's Pointer, Structure and Callback";

    static final String ENCODING = "UTF-8";

    private static final MethodHandle INVOKE = find();

    private NativeCall() {}

    /** The first parameter that cannot be passed to C, counted from 0; -1 if all can. */
    public static int misfit(MethodType type) {
        for (int i = 0; i < type.parameterCount(); i++) {
            if (!canBePassed(type.parameterType(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether C can return it. */
    public static boolean canBeReturned(Class<?> type) {
        if (Structure.class.isAssignableFrom(type)) {
            return !Modifier.isAbstract(type.getModifiers());
        }
        return type.isPrimitive() || type == String.class || type == Pointer.class || isCallback(type);
    }

    /**
     * A handle of exactly that type, of which every part fits, that calls the function at the address.
     *
     * @param address a C function in a library that is never unloaded
     */
    public static MethodHandle handle(long address, MethodType type) {
        Function function = Function.getFunction(new Pointer(address), Function.C_CONVENTION, ENCODING);
        MethodHandle spread = MethodHandles.insertArguments(INVOKE.bindTo(function), 0, type.returnType())
                .asCollector(Object[].class, type.parameterCount());
        return MethodHandles.explicitCastArguments(spread.asType(withoutBooleans(type)), type);
    }

    /** JNA passes true as -1, which C's {@code bool} is never to be. */
    private static MethodType withoutBooleans(MethodType type) {
        MethodType changed = type;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (type.parameterType(i) == boolean.class) {
                changed = changed.changeParameterType(i, int.class);
            }
        }
        return changed;
    }

    private static boolean canBePassed(Class<?> type) {
        Class<?> element = type.getComponentType();
        return element == null ? isValue(type) : element.isPrimitive();
    }

    private static boolean isValue(Class<?> type) {
        return type.isPrimitive()
                || type == String.class
                || Buffer.class.isAssignableFrom(type)
                || Pointer.class.isAssignableFrom(type)
                || Structure.class.isAssignableFrom(type)
                || isCallback(type);
    }

    private static boolean isCallback(Class<?> type) {
        return Callback.class.isAssignableFrom(type);
    }

    private static MethodHandle find() {
        MethodType type = MethodType.methodType(Object.class, Class.class, Object[].class);
        try {
            return MethodHandles.publicLookup().findVirtual(Function.class, "invoke", type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("JNA has this method", e);
        }
    }
}
