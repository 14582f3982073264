package dev.subsecond.runtime.scope;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stacks of all threads that have been in a scope and still live. Safe for use by any thread. */
final class ScopeRegistry {

    /** The program has one registry, which is never given up; tests have more. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable ScopeStack> stacks = new ThreadLocal<>();

    private final Set<Reference<ScopeStack>> all = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<ScopeStack> dead = new ReferenceQueue<>();

    /** This thread's stack, made when it is first asked for. */
    ScopeStack own() {
        ScopeStack known = stacks.get();
        return known == null ? register() : known;
    }

    /** This thread's stack; null if it has never been in a scope. */
    @Nullable
    ScopeStack ownIfAny() {
        return stacks.get();
    }

    /** Every stack that was registered before; those that are registered meanwhile may be left out. */
    void forEach(Consumer<ScopeStack> action) {
        for (Reference<ScopeStack> reference : all) {
            ScopeStack stack = reference.get();
            if (stack != null) {
                action.accept(stack);
            }
        }
    }

    private ScopeStack register() {
        for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
            all.remove(gone);
        }
        ScopeStack stack = new ScopeStack();
        all.add(new WeakReference<>(stack, dead));
        stacks.set(stack);
        return stack;
    }
}
