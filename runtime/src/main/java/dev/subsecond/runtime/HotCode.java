package dev.subsecond.runtime;

import java.lang.invoke.MethodHandle;

/**
 * How a handle finds the code it runs. This and everything between a handle and its method handle is a record, because
 * the JIT takes the fields of records for constants: a handle in a {@code static final} field then costs what a direct
 * call does.
 */
sealed interface HotCode permits LinkedCode, ClosureCode {

    /** Runs the newest code; every type is {@link Object}. */
    MethodHandle invoker();

    /** Runs the code of one version; every type is {@link Object}. */
    MethodHandle version(HotFnPtr ptr);

    HotFnPtr pointer();

    int version();

    String name();

    /** Throws anything as it is; declared to return so that a caller can say {@code throw} and be done. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> RuntimeException rethrow(Throwable e) throws X {
        throw (X) e;
    }
}
