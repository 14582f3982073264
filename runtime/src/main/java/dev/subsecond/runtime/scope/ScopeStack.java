package dev.subsecond.runtime.scope;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The scopes that one thread is in, the outermost being level 0. Belongs to its thread; others only read whether it is in
 * a scope, and set and clear the mark.
 */
final class ScopeStack {

    /** What the thread has done about its mark so far. */
    enum Answer {
        /** It has made no hot call since. */
        NONE,
        /** It was told to unwind, and has not arrived at the scope. */
        UNWINDING,
        /** A scope runs again and has made no hot call since. */
        RESTARTED
    }

    private static final int NOWHERE = -1;

    private final Thread thread = Thread.currentThread();

    private volatile int depth;

    /** The generation whose commit marked this stack; 0 if it needs no examination. Written under the lock of marks. */
    private volatile long mark;

    private volatile Answer answer = Answer.NONE;

    /** Guarded by the lock of marks. */
    private boolean reported;

    /** The level that the newest panic is aimed at. */
    private int target = NOWHERE;

    /** What is known of activations that were told to restart; null for all others, so that entering allocates nothing. */
    private @Nullable Activation[] activations = new Activation[4];

    Thread thread() {
        return thread;
    }

    /**
     * Enters a scope.
     *
     * <p>The volatile write comes before the scope's code is looked up; a commit changes the code first and then reads the
     * depth. So either the commit sees the scope and marks this stack, or the scope runs the commit's code.
     *
     * @return the level of the scope
     */
    int enter() {
        int level = depth;
        depth = level + 1;
        return level;
    }

    /**
     * Leaves the scope of that level, and those above that could not leave on their own for want of stack.
     *
     * <p>The volatile write comes before the mark is read; a commit sets the mark first and then reads the depth once
     * more. So one of the two sees that the mark is to be taken back.
     *
     * @return whether the thread is in no scope any more although its stack is marked
     */
    boolean leave(int level) {
        if (target >= level) {
            target = NOWHERE;
        }
        if (level < activations.length && activations[level] != null) {
            Arrays.fill(activations, level, activations.length, null);
        }
        depth = level;
        return level == 0 && mark != 0;
    }

    int depth() {
        return depth;
    }

    long mark() {
        return mark;
    }

    void mark(long generation) {
        answer = Answer.NONE;
        mark = generation;
    }

    void clear() {
        mark = 0;
    }

    /** Whether this is the first report about the thread: there is one, however many patches it lets pass. */
    boolean firstReport() {
        boolean first = !reported;
        reported = true;
        return first;
    }

    Answer answer() {
        return answer;
    }

    /** The next panic that arrives at that level has reached its aim. */
    void aimAt(int level) {
        target = level;
        answer = Answer.UNWINDING;
    }

    /** Whether a panic that has arrived at that level was aimed at it; if so, the scope restarts. */
    boolean arriveAt(int level) {
        if (target != level) {
            return false;
        }
        target = NOWHERE;
        answer = Answer.RESTARTED;
        return true;
    }

    Activation activation(int level) {
        if (level >= activations.length) {
            activations = Arrays.copyOf(activations, Math.max(level + 1, 2 * activations.length));
        }
        Activation known = activations[level];
        if (known == null) {
            known = new Activation();
            activations[level] = known;
        }
        return known;
    }
}
