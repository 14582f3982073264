package dev.subsecond.runtime;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * One state of the program's code, described by its difference from the state before.
 *
 * @param number 0 is the image; each patch and each rollback adds one
 * @param sequence the number of the patch whose state this is: the patch that made it, after a rollback the patch that had
 *     made the generation that is current again; 0 for the image
 * @param committed when it became current; for the image, when the runtime was loaded
 * @param functions the functions whose pointers changed; an unmodifiable copy
 * @param rolledBackTo the earlier generation that it made current again; empty if a patch made it
 */
public record Generation(
        long number, long sequence, Instant committed, List<FunctionChange> functions, OptionalLong rolledBackTo) {

    /** Copies the list. */
    public Generation {
        functions = List.copyOf(functions);
    }
}
