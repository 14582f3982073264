package dev.subsecond.runtime.table;

import java.util.List;

/**
 * What a commit did.
 *
 * @param generation the state it produced
 * @param functions the functions whose pointers changed, in the patch's order and for each class loader; an unmodifiable
 *     copy
 * @param gateNanos for how long calls of the changed functions had to wait
 */
public record Committed(Generation generation, List<Switched> functions, long gateNanos) {

    /** Copies the list. */
    public Committed {
        functions = List.copyOf(functions);
    }
}
