package dev.subsecond.devserver.compile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What happened to the sources since a {@link Program} compiled.
 *
 * @param texts the text of each new or changed file, by absolute path
 * @param deleted files that are gone
 */
public record Edit(Map<Path, String> texts, Set<Path> deleted) {

    /** Copies the collections. */
    public Edit {
        texts = Map.copyOf(texts);
        deleted = Set.copyOf(deleted);
    }
}
