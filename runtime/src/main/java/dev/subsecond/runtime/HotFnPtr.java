package dev.subsecond.runtime;

import dev.subsecond.runtime.wire.Addresses;

/**
 * The address of one version of a hot function: an unsigned number that is the same as long as the function's code is
 * the same, in every process of the same build.
 *
 * @param address all 64 bits; the top bit tells managed code from a native address
 */
public record HotFnPtr(long address) {

    /**
     * Reads the form that {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is not {@code 0x} with one to sixteen hexadecimal digits
     */
    public static HotFnPtr parse(String text) {
        return new HotFnPtr(Addresses.parse(text));
    }

    /** Whether this is the address of Java code, which is not a place in memory. */
    public boolean isManaged() {
        return Addresses.isManaged(address);
    }

    /** The address as {@code 0x} and sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return Addresses.format(address);
    }
}
