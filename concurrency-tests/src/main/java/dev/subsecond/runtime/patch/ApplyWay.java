package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Wait;
import java.util.concurrent.locks.ReentrantLock;

/** How a patch is applied, and how it must not be. Every broken way is caught by a test of this module that names it. */
public enum ApplyWay {
    /** The real one. */
    LOCKED,

    /** Finds the sequence in order, and only then waits for its turn. */
    CHECKED_BEFORE_LOCKING,

    /** Has no turns. */
    UNLOCKED;

    /** Applies the patch that a table announces. */
    interface Applier {
        void apply(JumpTable table) throws PatchException;
    }

    Applier applier(HotTable table, ReadyPatches patches) {
        return switch (this) {
            case LOCKED -> new Patcher(table, patches)::apply;
            case CHECKED_BEFORE_LOCKING ->
                announced -> {
                    patches.check(announced);
                    Wait.aMoment();
                    ReentrantLock patching = table.patching();
                    patching.lock();
                    try {
                        commit(table, patches.make(announced));
                    } finally {
                        patching.unlock();
                    }
                };
            case UNLOCKED -> announced -> commit(table, patches.load(announced));
        };
    }

    private static void commit(HotTable table, LoadedPatch patch) {
        table.commit(patch.sequence(), patch.parts());
    }
}
