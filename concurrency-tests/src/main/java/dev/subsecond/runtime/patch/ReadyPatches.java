package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.StagedPatch;
import dev.subsecond.runtime.table.TwoFunctions;
import java.util.List;

/** Loads patches without files and classes, and as {@link ManagedPatchLoader} does refuses one that is not the newest. */
final class ReadyPatches implements PatchLoader {

    private final TwoFunctions program;
    private long lastTried;

    ReadyPatches(TwoFunctions program) {
        this.program = program;
    }

    @Override
    public LoadedPatch load(JumpTable table) throws PatchException {
        check(table);
        return make(table);
    }

    void check(JumpTable table) throws PatchException {
        if (sequence(table) <= lastTried) {
            throw new PatchException(Reason.OUT_OF_ORDER, "Patch " + sequence(table) + " comes too late");
        }
        lastTried = sequence(table);
    }

    LoadedPatch make(JumpTable table) {
        StagedPatch patch = program.patch(sequence(table));
        return new LoadedPatch(patch.sequence(), List.of(patch), List.of());
    }

    private static long sequence(JumpTable table) {
        return table.sequence().orElseThrow();
    }
}
