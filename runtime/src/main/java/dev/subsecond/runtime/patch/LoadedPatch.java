package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.StagedPatch;
import java.util.List;

/**
 * A patch that is ready to be committed.
 *
 * @param parts what the jump table makes of it in each image that it concerns; at least one; an unmodifiable copy
 */
record LoadedPatch(List<StagedPatch> parts) {

    /** Copies the list. */
    LoadedPatch {
        parts = List.copyOf(parts);
    }
}
