package dev.subsecond.runtime.closure;

import dev.subsecond.runtime.table.Function;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the closures of one class are implemented: by a function of the program, called with the captured values first.
 *
 * <p>As long as the function runs the image's code, and wherever the closure object gets to newer code by itself, the
 * object is called as it is; its captured values are read only where that is not so.
 */
final class Implementation {

    private final ClosureType type;
    private final String name;
    private final long imageAddress;
    private final @Nullable Function function;
    private final CapturedReader captured;

    /** The newest code behind an array of the captured values; null if the object is always called as it is. */
    private final @Nullable MethodHandle newest;

    /**
     * An implementation.
     *
     * @param function its line in the jump table; null if patches cannot reach it
     * @param newest runs the function's newest code, captured values first; null if only the object can be called
     */
    Implementation(
            ClosureType type,
            String name,
            long imageAddress,
            @Nullable Function function,
            CapturedReader captured,
            @Nullable MethodHandle newest) {
        this.type = type;
        this.name = name;
        this.imageAddress = imageAddress;
        this.function = function;
        this.captured = captured;
        this.newest = newest == null ? null : spread(newest);
    }

    ClosureType type() {
        return type;
    }

    /** The function as a reader would write it. */
    String name() {
        return name;
    }

    long pointer() {
        return function == null ? imageAddress : function.pointer();
    }

    int version() {
        return function == null ? 0 : function.version();
    }

    /** Whether the object is always called as it is. */
    boolean isFixed() {
        return newest == null;
    }

    /** Whether a call of the object runs the newest code. */
    boolean runsItself() {
        return newest == null || function == null || function.newestCode() == null;
    }

    /** The function's own code of one version, captured values first; null if there is none or it is not known. */
    @Nullable
    MethodHandle body(long pointer) {
        return function == null || newest == null ? null : function.body(pointer);
    }

    Object[] captured(Object closure) {
        return captured.read(closure);
    }

    /** The newest code with an array of the captured values and then the parameters of the closure's type. */
    MethodHandle newest() {
        return Objects.requireNonNull(newest, "a function's");
    }

    /** Runs the newest code of a closure without parameters. Only where that does not run itself. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T extends @Nullable Object> T runNewest(Object closure) {
        try {
            MethodHandle code = newest().asType(MethodType.methodType(Object.class, Object[].class));
            return (T) code.invokeExact(captured(closure));
        } catch (Throwable thrown) {
            throw Implementation.<RuntimeException>rethrow(thrown);
        }
    }

    /** Adapts code that takes the captured values values first. A spreader in front does not convert by itself. */
    MethodHandle spread(MethodHandle code) {
        MethodType parameters = type.type();
        Class<?>[] values = new Class<?>[code.type().parameterCount() - parameters.parameterCount()];
        Arrays.fill(values, Object.class);
        MethodType erased = parameters.insertParameterTypes(0, values);
        return code.asType(erased).asSpreader(0, Object[].class, values.length);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> RuntimeException rethrow(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
