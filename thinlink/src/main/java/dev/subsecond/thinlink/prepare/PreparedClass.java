package dev.subsecond.thinlink.prepare;

import java.util.List;

/**
 * A prepared class file.
 *
 * <p>The bytes belong to the receiver; they are not copied.
 *
 * @param bytes the class file to load in place of the compiled one; the very array that was given if nothing changed
 * @param unguarded methods that had to be left as they are
 */
@SuppressWarnings("ArrayRecordComponent") // a class file is passed through once, compared and kept by nobody
public record PreparedClass(byte[] bytes, List<Unguarded> unguarded) {

    public PreparedClass {
        unguarded = List.copyOf(unguarded);
    }
}
