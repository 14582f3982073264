package dev.subsecond.runtime.event;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchHandler;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.observe.Log;
import dev.subsecond.runtime.observe.Observers;
import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.OnPatchCall;
import dev.subsecond.runtime.patch.PatchEngine;
import dev.subsecond.runtime.scope.Scopes;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The one way on which the program changes, whoever wants it to: the commit, then the program's handlers and its methods
 * with {@code @OnPatch}, then those of the runtime who listen, then the observers. Any thread; no lock is held while they
 * are told.
 */
public final class Patching {

    private static final Handlers HANDLERS = new Handlers();
    private static final List<AppliedListener> LISTENERS = new CopyOnWriteArrayList<>();

    static {
        Scopes.onRestart(Observers::scopeRestarted);
    }

    private Patching() {}

    /** What changes the program. */
    @FunctionalInterface
    private interface Change {

        Commit commit() throws PatchException;
    }

    /**
     * Applies a patch and tells everyone.
     *
     * @throws PatchException if the patch was refused; then nothing has changed and no handler was told
     */
    public static AppliedPatch apply(JumpTable table) throws PatchException {
        Off.refuse("Subsecond.applyPatch");
        return told(commit(() -> PatchEngine.apply(table), table.sequence().orElse(0)), null);
    }

    /**
     * Makes an earlier generation current again and tells everyone, to whom it is like a patch. If it is the current one,
     * nothing happens, of which the program is not told.
     *
     * @throws PatchException if it cannot be done; then nothing has changed and no handler was told
     */
    public static AppliedPatch rollback(long generation) throws PatchException {
        Off.refuse("Subsecond.rollback");
        Commit commit = commit(() -> PatchEngine.rollback(generation), 0);
        return commit.generation() == generation
                ? listenersTold(new AppliedPatch(commit, Duration.ZERO, generation))
                : told(commit, generation);
    }

    /** Adds a handler behind those there are. While patching is off it is not kept. */
    public static Registration register(PatchHandler handler, Executor executor) {
        return Off.said("Subsecond.registerHandler") ? () -> {} : HANDLERS.add(handler, executor);
    }

    /** Adds a listener of the runtime itself. */
    public static Registration listen(AppliedListener listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    private static AppliedPatch told(Commit commit, @Nullable Long rolledBackTo) {
        PatchEvent event = event(commit);
        long start = System.nanoTime();
        HANDLERS.tell(event);
        commit.onPatch().forEach(method -> tell(method, event));
        AppliedPatch applied = new AppliedPatch(commit, Duration.ofNanos(System.nanoTime() - start), rolledBackTo);
        listenersTold(applied);
        Observers.applied(event, commit.sequence());
        return applied;
    }

    private static AppliedPatch listenersTold(AppliedPatch applied) {
        LISTENERS.forEach(listener -> listener.applied(applied));
        return applied;
    }

    private static Commit commit(Change change, long sequence) throws PatchException {
        try {
            return change.commit();
        } catch (PatchException e) {
            Observers.rejected(e, sequence);
            throw e;
        }
    }

    /** Whatever the method throws ends here: the patch is live, and others want to know of it. */
    private static void tell(OnPatchCall method, PatchEvent event) {
        try {
            method.tell(event);
        } catch (Throwable thrown) {
            Log.say(
                    Level.WARNING,
                    method.name() + ", which has @OnPatch, failed at generation " + event.generation(),
                    thrown);
        }
    }

    private static PatchEvent event(Commit commit) {
        return new PatchEvent(commit.generation(), AppliedPatch.changes(commit), commit.classes(), commit.timings());
    }
}
