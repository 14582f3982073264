package dev.subsecond.runtime.client;

import dev.subsecond.runtime.patch.CommittedFunction;
import dev.subsecond.runtime.wire.MethodRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Frames that were running a function's earlier code at one moment after a commit: what makes a change live only after
 * they return.
 *
 * <p>Stack traces name no parameter types: while an overload of a changed method runs its image's code, that frame is
 * counted too. Virtual threads are not looked at.
 */
public final class OldFrames {

    private final Map<CommittedFunction, Integer> counts;

    private OldFrames(Map<CommittedFunction, Integer> counts) {
        this.counts = counts;
    }

    /** Looks at all threads. Stops them for a moment; to be called without a lock. */
    static OldFrames now(List<CommittedFunction> functions) {
        return in(Thread.getAllStackTraces().values(), functions);
    }

    /** Looks at these stacks; what is called stands before what calls it. */
    public static OldFrames in(Collection<StackTraceElement[]> stacks, List<CommittedFunction> functions) {
        List<FunctionFrames> changed =
                functions.stream().flatMap(OldFrames::frames).toList();
        Map<CommittedFunction, Integer> counts = new HashMap<>();
        for (StackTraceElement[] stack : stacks) {
            for (int i = 0; i < stack.length; i++) {
                for (FunctionFrames function : changed) {
                    if (function.isOld(stack, i)) {
                        counts.merge(function.function(), 1, Integer::sum);
                    }
                }
            }
        }
        return new OldFrames(counts);
    }

    private static Stream<FunctionFrames> frames(CommittedFunction function) {
        MethodRef body = function.body();
        return body == null ? Stream.empty() : Stream.of(new FunctionFrames(function, body));
    }

    /** Whether there is any such frame. */
    public boolean isAny() {
        return !counts.isEmpty();
    }

    int of(CommittedFunction function) {
        return counts.getOrDefault(function, 0);
    }
}
