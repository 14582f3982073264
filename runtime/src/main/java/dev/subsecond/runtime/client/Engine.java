package dev.subsecond.runtime.client;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.Registration;
import dev.subsecond.runtime.event.AppliedListener;
import dev.subsecond.runtime.event.AppliedPatch;
import dev.subsecond.runtime.event.Patching;

/** What makes patches live and tells of them: that of this process, or a test's stand-in. */
interface Engine {

    /** That of this process. */
    Engine OF_THIS_PROCESS = new Engine() {
        @Override
        public AppliedPatch apply(JumpTable table) throws PatchException {
            return Patching.apply(table);
        }

        @Override
        public AppliedPatch rollback(long generation) throws PatchException {
            return Patching.rollback(generation);
        }

        @Override
        public Registration listen(AppliedListener listener) {
            return Patching.listen(listener);
        }
    };

    /** Applies a patch; the listeners have been told when this returns. */
    AppliedPatch apply(JumpTable table) throws PatchException;

    /** Makes an earlier generation current; the listeners have been told when this returns. */
    AppliedPatch rollback(long generation) throws PatchException;

    /** Has a listener told of every patch, whoever applies it. */
    Registration listen(AppliedListener listener);
}
