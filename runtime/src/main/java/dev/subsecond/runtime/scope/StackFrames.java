package dev.subsecond.runtime.scope;

import dev.subsecond.runtime.table.FrameCode;
import dev.subsecond.runtime.table.FunctionKey;
import dev.subsecond.runtime.table.HotTable;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for stale code on the stack of the current thread, a virtual one too. */
final class StackFrames {

    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final Pattern PATCH_CLASS = Pattern.compile("\\$\\$Hot\\d+$");

    private int level;
    private @Nullable StackFrame called;
    private @Nullable StackFrame stale;
    private final Deque<StaleScope> found = new ArrayDeque<>();

    private StackFrames(int depth) {
        level = depth;
    }

    /**
     * The scopes that directly enclose stale code, the outermost first. Code that no scope encloses does not count.
     *
     * @param depth how many scopes the thread is in
     */
    static Deque<StaleScope> staleScopes(int depth) {
        return WALKER.walk(new StackFrames(depth)::search);
    }

    private Deque<StaleScope> search(Stream<StackFrame> frames) {
        for (Iterator<StackFrame> i = frames.iterator(); level > 0 && i.hasNext(); ) {
            visit(i.next());
        }
        return found;
    }

    /** What is called comes before what calls it. */
    private void visit(StackFrame frame) {
        if (Scopes.isActivation(frame)) {
            level--;
            if (stale != null) {
                found.addFirst(new StaleScope(level, name(stale)));
                stale = null;
            }
        } else if (isStale(frame)) {
            stale = frame;
        }
        called = frame;
    }

    /** A method whose guard has called a newer body stays on the stack directly below that; such a frame only passes on. */
    private boolean isStale(StackFrame frame) {
        FrameCode code =
                HotTable.shared().frameCode(frame.getDeclaringClass(), frame.getMethodName(), frame.getDescriptor());
        return code == FrameCode.STALE
                && (called == null || !HotTable.shared().isBodyOf(method(called), method(frame)));
    }

    private static FunctionKey method(StackFrame frame) {
        return new FunctionKey(frame.getDeclaringClass(), frame.getMethodName(), frame.getDescriptor());
    }

    /** The function as a reader would write it; code of a patch has the name of what it replaces. */
    private static String name(StackFrame frame) {
        String owner = PATCH_CLASS.matcher(frame.getClassName()).replaceFirst("");
        return owner.replace('$', '.') + "." + frame.getMethodName();
    }
}
