package dev.subsecond.runtime.client;

import dev.subsecond.runtime.patch.CommittedFunction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames that were running a function's earlier code at one moment after a commit: what makes a change live only after
 * they return.
 *
 * <p>A patched method of the image stays on the stack below its new body, because its guard called that; such a frame is
 * not an old one. Stack traces name no parameter types: while an overload of a changed method runs its image's code,
 * that frame is counted too. Virtual threads are not looked at.
 */
final class OldFrames {

    private static final String PATCH_CLASS = "$$Hot";

    private final Map<CommittedFunction, Integer> counts;

    private OldFrames(Map<CommittedFunction, Integer> counts) {
        this.counts = counts;
    }

    /** Looks at all threads. Stops them for a moment; to be called without a lock. */
    static OldFrames now(List<CommittedFunction> functions) {
        return in(Thread.getAllStackTraces().values(), functions);
    }

    static OldFrames in(Collection<StackTraceElement[]> stacks, List<CommittedFunction> functions) {
        Map<CommittedFunction, Integer> counts = new HashMap<>();
        for (StackTraceElement[] stack : stacks) {
            for (int i = 0; i < stack.length; i++) {
                for (CommittedFunction function : functions) {
                    if (isOld(stack, i, function)) {
                        counts.merge(function, 1, Integer::sum);
                    }
                }
            }
        }
        return new OldFrames(counts);
    }

    int of(CommittedFunction function) {
        return counts.getOrDefault(function, 0);
    }

    private static boolean isOld(StackTraceElement[] stack, int index, CommittedFunction function) {
        StackTraceElement frame = stack[index];
        String owner = function.image().owner();
        if (!frame.getClassName().startsWith(owner)) {
            return false;
        }
        return frame.getClassName().length() == owner.length()
                ? runsImage(stack, index, function)
                : isBody(frame, function)
                        && !frame.getClassName().equals(function.body().owner());
    }

    /** The frame's class is the function's: is the method, and is the code the image's own? */
    private static boolean runsImage(StackTraceElement[] stack, int index, CommittedFunction function) {
        boolean imageIsNewest = function.newPtr().equals(function.id());
        return !imageIsNewest
                && stack[index].getMethodName().equals(function.image().name())
                && (index == 0 || !isBody(stack[index - 1], function));
    }

    /** Whether the frame runs code that some patch gave to the function. */
    private static boolean isBody(StackTraceElement frame, CommittedFunction function) {
        return frame.getClassName().startsWith(function.image().owner() + PATCH_CLASS)
                && frame.getMethodName().equals(function.body().name());
    }
}
