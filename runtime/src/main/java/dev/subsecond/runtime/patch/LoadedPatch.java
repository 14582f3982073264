package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.StagedPatch;
import java.util.List;

/**
 * A patch that is ready to be committed.
 *
 * @param sequence its number
 * @param parts what the jump table makes of it in each image that it concerns, and what images that came late have missed
 *     before; at least one; an unmodifiable copy
 */
record LoadedPatch(long sequence, List<StagedPatch> parts) {

    /** Copies the list. */
    LoadedPatch {
        parts = List.copyOf(parts);
    }
}
