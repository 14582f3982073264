package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.StagedPatch;
import java.util.List;

/**
 * A patch that is ready to be committed.
 *
 * @param sequence its number
 * @param parts what the jump table makes of it in each image that it concerns, and first what images that came late have
 *     missed; at least one; an unmodifiable copy
 * @param onPatch the program's methods that are to be told of it, in order; an unmodifiable copy
 */
record LoadedPatch(long sequence, List<StagedPatch> parts, List<OnPatchCall> onPatch) {

    /** Copies the lists. */
    LoadedPatch {
        parts = List.copyOf(parts);
        onPatch = List.copyOf(onPatch);
    }
}
