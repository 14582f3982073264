package dev.subsecond.runtime.table;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The jump table at one moment. Immutable.
 *
 * @param generation which state this is
 * @param map image address of each function, managed or native, that was ever patched to the address of its newest code, in unsigned order
 */
public record Snapshot(Generation generation, SortedMap<Long, Long> map) {

    /** Nothing is patched. */
    static final Snapshot IMAGE =
            new Snapshot(Generation.IMAGE, Collections.unmodifiableSortedMap(new TreeMap<>(Long::compareUnsigned)));

    /** The next state. */
    Snapshot next(StagedPatch patch, List<Change> changes) {
        SortedMap<Long, Long> addresses = new TreeMap<>(map);
        addresses.putAll(patch.natives());
        for (FunctionUpdate update : patch.functions()) {
            addresses.put(update.address(), update.pointer());
        }
        Generation next = new Generation(generation.number() + 1, patch.sequence(), changes);
        return new Snapshot(next, Collections.unmodifiableSortedMap(addresses));
    }
}
