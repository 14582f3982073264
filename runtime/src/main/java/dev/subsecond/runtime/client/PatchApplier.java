package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.event.Patching;

/** What makes a patch live: the engine, or a test's stand-in. */
@FunctionalInterface
interface PatchApplier {

    AppliedPatch apply(JumpTable table) throws PatchException;

    /** What makes an earlier generation current; whoever listens to {@link Patching#onRollback} is told. */
    default AppliedPatch rollback(long generation) throws PatchException {
        return Patching.rollback(generation);
    }
}
