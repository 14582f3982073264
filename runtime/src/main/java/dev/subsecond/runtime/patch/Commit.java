package dev.subsecond.runtime.patch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a patch changed when it went live.
 *
 * @param sequence the number of the patch
 * @param generation the state of the jump table it produced
 * @param functions the functions whose code changed, in the patch's order; an unmodifiable copy
 * @param classes the program's classes that these functions belong to; an unmodifiable copy
 * @param timings how long the steps took: {@code verify} and {@code commit}, and {@code gate}, the part of the commit
 *     during which calls of these functions had to wait; an unmodifiable copy
 * @param onPatch the program's methods that are to be told of it, in order; an unmodifiable copy
 */
public record Commit(
        long sequence,
        long generation,
        List<CommittedFunction> functions,
        Set<Class<?>> classes,
        Map<String, Duration> timings,
        List<OnPatchCall> onPatch) {

    /** Copies the collections. */
    public Commit {
        functions = List.copyOf(functions);
        classes = Set.copyOf(classes);
        timings = Map.copyOf(timings);
        onPatch = List.copyOf(onPatch);
    }
}
