package dev.subsecond.runtime.closure;

/** Reads the values that a closure captured. */
@FunctionalInterface
interface CapturedReader {

    /** The values, primitive ones boxed, in the order in which the implementation takes them. */
    Object[] read(Object closure);
}
