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

    /**
     * Runs the code of one version; every type is {@link Object}.
     *
     * @throws IllegalArgumentException if the pointer is none of this function; the message names it and its types
     */
    MethodHandle version(HotFnPtr ptr);

    HotFnPtr pointer();

    int version();

    String name();
}
