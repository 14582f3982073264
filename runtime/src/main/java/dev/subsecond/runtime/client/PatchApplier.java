package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.event.AppliedPatch;

/** What makes a patch live: the engine, or a test's stand-in. */
@FunctionalInterface
interface PatchApplier {

    AppliedPatch apply(JumpTable table) throws PatchException;
}
