package dev.subsecond.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a handler is told of a patch that went live.
 *
 * @param generation the state of the jump table that the patch produced
 * @param functions the functions whose code changed, in the patch's order; an unmodifiable copy
 * @param classes the program's loaded classes that these functions belong to; an unmodifiable copy
 * @param timings how long the steps before the handlers took: {@code verify}, {@code commit}; an unmodifiable copy
 */
public record PatchEvent(
        long generation, List<FunctionChange> functions, Set<Class<?>> classes, Map<String, Duration> timings) {

    /** Copies the collections. */
    public PatchEvent {
        functions = List.copyOf(functions);
        classes = Set.copyOf(classes);
        timings = Map.copyOf(timings);
    }
}
