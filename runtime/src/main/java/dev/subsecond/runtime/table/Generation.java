package dev.subsecond.runtime.table;

import java.util.List;

/**
 * A committed state of the jump table, described by its difference from the one before.
 *
 * @param number 0 is the image, each commit adds one
 * @param sequence the patch that made it; 0 for the image
 * @param changes the functions whose code changed; an unmodifiable copy
 */
public record Generation(long number, long sequence, List<Change> changes) {

    /** The state in which every program starts. */
    static final Generation IMAGE = new Generation(0, 0, List.of());

    /** Copies the list. */
    public Generation {
        changes = List.copyOf(changes);
    }
}
