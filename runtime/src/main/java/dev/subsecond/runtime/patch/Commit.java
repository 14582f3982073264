package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.table.Committed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a patch or a rollback changed when it went live.
 *
 * @param sequence the number of the patch; after a rollback of the one that had made the generation that is current again
 * @param generation the state of the jump table it produced
 * @param functions the functions whose pointers changed, in the patch's order; an unmodifiable copy
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

    /** A function that several class loaders have is listed once, as what it changed last. */
    static Commit of(Committed committed, List<OnPatchCall> onPatch, long verifyNanos, long commitNanos) {
        Map<String, CommittedFunction> functions = new LinkedHashMap<>();
        committed
                .functions()
                .forEach(switched -> functions.put(switched.change().id(), CommittedFunction.of(switched)));
        return new Commit(
                committed.generation().sequence(),
                committed.generation().number(),
                List.copyOf(functions.values()),
                committed.functions().stream()
                        .map(switched -> switched.function().key().owner())
                        .collect(Collectors.toSet()),
                Map.of(
                        "verify", Duration.ofNanos(verifyNanos),
                        "commit", Duration.ofNanos(commitNanos),
                        "gate", Duration.ofNanos(committed.gateNanos())),
                onPatch);
    }
}
