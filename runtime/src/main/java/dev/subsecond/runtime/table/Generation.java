package dev.subsecond.runtime.table;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A committed state of the jump table, described by its difference from the one before.
 *
 * @param number 0 is the image, each commit adds one
 * @param sequence the patch whose code it runs: the one that made it, after a rollback the one that had made the
 *     generation that is current again; 0 for the image
 * @param committed when
 * @param changes the functions whose pointers changed; an unmodifiable copy
 * @param rolledBackTo the earlier generation that it made current again; null if a patch made it
 */
public record Generation(
        long number,
        long sequence,
        Instant committed,
        List<Change> changes,
        @Nullable Long rolledBackTo) {

    /** Copies the list. */
    public Generation {
        changes = List.copyOf(changes);
    }

    /** The state in which every program starts. */
    static Generation image() {
        return new Generation(0, 0, Instant.now(), List.of(), null);
    }

    /** The state after a patch. */
    Generation next(long patch, List<Change> changed) {
        return new Generation(number + 1, patch, Instant.now(), changed, null);
    }

    /** The state after a rollback. */
    Generation rolledBack(Generation to, List<Change> changed) {
        return new Generation(number + 1, to.sequence, Instant.now(), changed, to.number);
    }
}
