package dev.subsecond.runtime.table;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The jump table at one moment. Immutable.
 *
 * @param generation which state this is
 * @param map image address of each function, managed or native, that was patched to the address of its newest code, in unsigned order
 */
public record Snapshot(Generation generation, SortedMap<Long, Long> map) {

    /** Nothing is patched. */
    static Snapshot image() {
        return new Snapshot(Generation.image(), Collections.unmodifiableSortedMap(empty()));
    }

    /** The addresses after a patch. */
    SortedMap<Long, Long> with(List<StagedPatch> parts) {
        SortedMap<Long, Long> addresses = new TreeMap<>(map);
        for (StagedPatch part : parts) {
            addresses.putAll(part.natives());
            part.functions().forEach(update -> addresses.put(update.function().address(), update.pointer()));
        }
        return Collections.unmodifiableSortedMap(addresses);
    }

    static SortedMap<Long, Long> empty() {
        return new TreeMap<>(Long::compareUnsigned);
    }
}
