package dev.subsecond.runtime.table;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/**
 * A patch whose classes are defined and whose every handle is found: only its commit is left, which cannot fail.
 *
 * @param sequence the number of the patch
 * @param image whose functions it changes
 * @param functions new code of functions; an unmodifiable copy
 * @param families added virtual methods by id; an unmodifiable copy
 * @param handles what its code reaches through handles, by index; an unmodifiable copy
 * @param natives native functions by their address: where their newest code is; an unmodifiable copy
 */
public record StagedPatch(
        long sequence,
        Image image,
        List<FunctionUpdate> functions,
        Map<String, FamilyUpdate> families,
        List<MethodHandle> handles,
        Map<Long, Long> natives) {

    /** Copies the collections. */
    public StagedPatch {
        functions = List.copyOf(functions);
        families = Map.copyOf(families);
        handles = List.copyOf(handles);
        natives = Map.copyOf(natives);
    }

    /** A patch of managed code alone. */
    public StagedPatch(
            long sequence,
            Image image,
            List<FunctionUpdate> functions,
            Map<String, FamilyUpdate> families,
            List<MethodHandle> handles) {
        this(sequence, image, functions, families, handles, Map.of());
    }
}
