package dev.subsecond.runtime.event;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.PatchHandler;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.patch.Commit;
import dev.subsecond.runtime.patch.PatchEngine;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Applies patches and tells the handlers. Any thread; no lock is held while handlers run. */
public final class Patching {

    private static final Handlers HANDLERS = new Handlers();

    private static volatile RollbackListener rollbackListener = (patch, to) -> {};

    private Patching() {}

    /**
     * Applies a patch and runs the handlers.
     *
     * @throws PatchException if the patch was refused; then nothing has changed and no handler was told
     */
    public static AppliedPatch apply(JumpTable table) throws PatchException {
        checkEnabled();
        return told(PatchEngine.apply(table));
    }

    /**
     * Makes an earlier generation current again and runs the handlers, which notice no difference from a patch. If it is
     * the current one, nothing happens and no handler is told.
     *
     * @throws PatchException if it cannot be done; then nothing has changed and no handler was told
     */
    public static AppliedPatch rollback(long generation) throws PatchException {
        checkEnabled();
        Commit commit = PatchEngine.rollback(generation);
        boolean wasCurrent = commit.generation() == generation;
        AppliedPatch patch = wasCurrent ? new AppliedPatch(commit, Duration.ZERO) : told(commit);
        rollbackListener.rolledBack(patch, generation);
        return patch;
    }

    /** From now on tells {@code listener} of rollbacks, and nobody that was told before. */
    public static void onRollback(RollbackListener listener) {
        rollbackListener = listener;
    }

    private static void checkEnabled() throws PatchException {
        if (!Subsecond.isEnabled()) {
            throw new PatchException(
                    Reason.DISABLED,
                    "Patching is off in this program: start it with 'subsecond serve' or with -Dsubsecond.enabled=true");
        }
    }

    private static AppliedPatch told(Commit commit) {
        long start = System.nanoTime();
        HANDLERS.tell(event(commit));
        return new AppliedPatch(commit, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Adds a handler behind those there are. */
    public static Registration register(PatchHandler handler, Executor executor) {
        return HANDLERS.add(handler, executor);
    }

    private static PatchEvent event(Commit commit) {
        return new PatchEvent(commit.generation(), AppliedPatch.changes(commit), commit.classes(), commit.timings());
    }
}
