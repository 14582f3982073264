package dev.subsecond.runtime.table;

/**
 * One function whose code a commit changed.
 *
 * @param owner its class
 * @param id its image address as {@code 0x…}
 * @param name the function as a reader would write it
 * @param oldPointer the address of the code before; 0 if the function did not exist
 * @param newPointer the address of the code now
 */
public record Change(Class<?> owner, String id, String name, long oldPointer, long newPointer) {}
