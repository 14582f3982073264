package dev.subsecond.runtime.scope;

import dev.subsecond.runtime.scope.ScopeStack.Answer;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which stacks a hot call has to examine, and what comes of it.
 *
 * <p>The lock is held for moments by commits and by threads whose stack was examined, never while code of the program
 * runs. It may be taken while the table's patching lock is held; the reverse does not happen.
 */
final class Marks {

    private final ScopeRegistry registry;
    private final Executor afterPatience;
    private final long patienceSeconds;
    private final Pending pending = new Pending();
    private final ReentrantLock lock = new ReentrantLock();

    /** How many stacks are marked. Guarded by {@link #lock}. */
    private int marked;

    /** The newest generation whose commit is complete; at most that of the table. */
    private volatile long completed;

    /**
     * @param afterPatience runs what it is given after {@code patienceSeconds}
     * @param patienceSeconds how long a marked stack is waited for
     */
    Marks(ScopeRegistry registry, Executor afterPatience, long patienceSeconds) {
        this.registry = registry;
        this.afterPatience = afterPatience;
        this.patienceSeconds = patienceSeconds;
    }

    /** Asks whether any stack is marked, as {@code ()boolean}; free while none is. */
    MethodHandle pending() {
        return pending.test();
    }

    boolean isPending() {
        return pending.isSet();
    }

    long completed() {
        return completed;
    }

    /** Marks the stacks of all threads that are in a scope. When it returns, their next hot call examines them. */
    void committed(long generation) {
        lock.lock();
        try {
            completed = generation;
            registry.forEach(stack -> mark(stack, generation));
            pending.set(marked > 0);
            if (marked == 0) {
                return;
            }
        } finally {
            lock.unlock();
        }
        afterPatience.execute(() -> losePatience(generation));
    }

    /** See {@link ScopeStack#leave} for why the depth is read twice. */
    private void mark(ScopeStack stack, long generation) {
        if (stack.depth() == 0) {
            return;
        }
        if (stack.mark() == 0) {
            marked++;
        }
        stack.mark(generation);
        if (stack.depth() == 0) {
            unmark(stack);
        }
    }

    private void unmark(ScopeStack stack) {
        if (stack.mark() != 0) {
            stack.clear();
            marked--;
        }
    }

    /** Called by the stack's thread when it is in no scope any more. */
    void left(ScopeStack stack) {
        lock.lock();
        try {
            unmark(stack);
            pending.set(marked > 0);
        } finally {
            lock.unlock();
        }
    }

    /** Called by the stack's thread when it has found no stale code; a commit that came meanwhile keeps its mark. */
    void examined(ScopeStack stack, long mark) {
        lock.lock();
        try {
            if (stack.mark() == mark) {
                unmark(stack);
                pending.set(marked > 0);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives up the stacks whose threads have made no hot call since {@code generation} was committed. */
    private void losePatience(long generation) {
        List<Thread> silent = new ArrayList<>();
        lock.lock();
        try {
            registry.forEach(stack -> {
                if (stack.mark() == generation && stack.answer() != Answer.UNWINDING) {
                    if (stack.depth() > 0 && stack.answer() == Answer.NONE && stack.firstReport()) {
                        silent.add(stack.thread());
                    }
                    stack.clear();
                }
            });
            recount();
        } finally {
            lock.unlock();
        }
        silent.forEach(thread -> Reports.silent(thread, generation, patienceSeconds));
    }

    /** Threads that ended without having left their scope, for want of stack, are forgotten by this. */
    private void recount() {
        List<ScopeStack> still = new ArrayList<>();
        registry.forEach(stack -> {
            if (stack.mark() != 0) {
                still.add(stack);
            }
        });
        marked = still.size();
        pending.set(marked > 0);
    }
}
