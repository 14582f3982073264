package dev.subsecond.runtime.table;

import java.lang.invoke.MutableCallSite;

/**
 * A stub's function and call site.
 *
 * @param function the function
 * @param site runs the function's newest code, receiver first
 */
public record LinkedStub(Function function, MutableCallSite site) {}
