package dev.subsecond.thinlink;

import java.util.Map;
import java.util.Set;

/**
 * What the compiler made of a save.
 *
 * @param compiled every class file of the recompiled sources, changed or not, by binary name ({@code app.Game$Inner})
 * @param deleted binary names of classes that their source no longer declares
 */
public record Changes(Map<String, byte[]> compiled, Set<String> deleted) {

    public Changes {
        compiled = Map.copyOf(compiled);
        deleted = Set.copyOf(deleted);
    }
}
