package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;

/**
 * Code that a patch gave to a function.
 *
 * @param pointer the address of that code
 * @param body the code, receiver first
 * @param number how often the function's pointer had changed by then
 */
record Version(long pointer, MethodHandle body, int number) {}
