package dev.subsecond.runtime.closure;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;

/** Reads what the JDK's class of a serializable lambda expression would write into a stream. */
final class LambdaReader implements CapturedReader {

    private final MethodHandle writeReplace;

    /**
     * Finds the method that every serializable lambda has.
     *
     * @param own private access to the lambda's class
     */
    LambdaReader(Lookup own) throws NoSuchMethodException, IllegalAccessException {
        writeReplace = own.findVirtual(own.lookupClass(), "writeReplace", MethodType.methodType(Object.class))
                .asType(MethodType.methodType(SerializedLambda.class, Object.class));
    }

    /** The implementation and the captured values. */
    SerializedLambda form(Object closure) {
        try {
            return (SerializedLambda) writeReplace.invokeExact(closure);
        } catch (Throwable e) {
            throw new LinkageError("writeReplace of " + closure.getClass().getName() + " failed", e);
        }
    }

    @Override
    public Object[] read(Object closure) {
        SerializedLambda form = form(closure);
        Object[] captured = new Object[form.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = form.getCapturedArg(i);
        }
        return captured;
    }
}
