package dev.subsecond.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a patch did.
 *
 * @param generation the state of the jump table it produced
 * @param functions the functions whose code changed, in the patch's order; an unmodifiable copy
 * @param timings how long each step took: {@code verify}, {@code commit}, {@code handlers}; an unmodifiable copy
 */
public record PatchResult(long generation, List<FunctionChange> functions, Map<String, Duration> timings) {

    /** Copies the collections. */
    public PatchResult {
        functions = List.copyOf(functions);
        timings = Map.copyOf(timings);
    }
}
