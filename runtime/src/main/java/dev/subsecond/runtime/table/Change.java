package dev.subsecond.runtime.table;

/**
 * One function whose pointer a commit changed. Holds no class, so that the history keeps none alive.
 *
 * @param id its image address as {@code 0x…}
 * @param name the function as a reader would write it
 * @param oldPointer the address of the code before; 0 if the function did not exist
 * @param newPointer the address of the code now
 */
public record Change(String id, String name, long oldPointer, long newPointer) {}
