package dev.subsecond.devserver;

import dev.subsecond.devserver.compile.Compilation;
import dev.subsecond.thinlink.Changes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What compiled and is not yet live: one save's worth in general, more if a patch was overtaken by the next save, refused
 * or rejected. Belongs to the session's thread.
 */
final class PendingChanges {

    private final Map<String, byte[]> compiled = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<Path> files = new TreeSet<>();

    void add(Compilation.Good good, List<Path> savedFiles) {
        files.addAll(savedFiles);
        compiled.putAll(good.classes());
        deleted.removeAll(good.classes().keySet());
        deleted.addAll(good.deleted());
        compiled.keySet().removeAll(good.deleted());
    }

    /** Changes that no save has made. */
    void add(Changes changes) {
        compiled.putAll(changes.compiled());
        deleted.addAll(changes.deleted());
    }

    /** Files that were saved as they were, to be compared again with what runs; returns whether there is one that is news. */
    boolean again(Set<Path> savedFiles) {
        return files.addAll(savedFiles);
    }

    boolean isEmpty() {
        return compiled.isEmpty() && deleted.isEmpty() && files.isEmpty();
    }

    Changes changes() {
        return new Changes(compiled, deleted);
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    void clear() {
        compiled.clear();
        deleted.clear();
        files.clear();
    }
}
