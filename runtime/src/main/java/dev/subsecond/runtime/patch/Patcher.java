package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Committed;
import dev.subsecond.runtime.table.Generation;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Applies patches to the classes of one or more loaders: one at a time, in the order of their sequence numbers. Safe for use by
 * several threads.
 */
public final class Patcher {

    private final HotTable table = HotTable.shared();
    private final PatchLoader loader;

    /** Patches the classes of one loader. */
    public Patcher(ClassLoader programLoader) {
        Image image = table.image(programLoader);
        this.loader = new ManagedPatchLoader(table, () -> List.of(image));
    }

    /** Patches the classes of {@code programLoader} and of every other loader whose classes have linked anything. */
    static Patcher ofAll(ClassLoader programLoader) {
        return new Patcher(HotTable.shared().image(programLoader));
    }

    private Patcher(Image first) {
        this.loader = new ManagedPatchLoader(
                table,
                () -> Stream.concat(Stream.of(first), table.images().stream())
                        .distinct()
                        .toList());
    }

    /**
     * Applies a patch; when this returns, every call that starts on any thread runs the new code. Waits while another
     * patch is being applied. May be called from hot code, but not by what loading a patch runs: a class loader of the
     * program.
     *
     * @throws PatchException if the patch was refused; then behaviour is as before
     */
    public Commit apply(JumpTable jumpTable) throws PatchException {
        return alone(() -> {
            long start = System.nanoTime();
            LoadedPatch patch = loader.load(jumpTable);
            long loaded = System.nanoTime();
            Committed committed = table.commit(patch.sequence(), patch.parts());
            return Commit.of(committed, loaded - start, System.nanoTime() - loaded);
        });
    }

    /**
     * Makes an earlier generation current again, as a new one. Nothing if it is the current one. Waits and may be called as
     * {@link #apply}.
     *
     * @throws PatchException with {@link Reason#OUT_OF_ORDER} if there is no such generation
     */
    public Commit rollback(long generation) throws PatchException {
        return alone(() -> {
            Generation current = table.snapshot().generation();
            if (generation < 0 || generation > current.number()) {
                throw new PatchException(
                        Reason.OUT_OF_ORDER,
                        "There is no generation " + generation
                                + " to go back to: this program has the generations 0 to " + current.number());
            }
            long start = System.nanoTime();
            Committed committed =
                    generation == current.number() ? new Committed(current, List.of(), 0) : table.rollback(generation);
            return Commit.of(committed, 0, System.nanoTime() - start);
        });
    }

    private interface Action {

        Commit run() throws PatchException;
    }

    private Commit alone(Action action) throws PatchException {
        ReentrantLock patching = table.patching();
        if (patching.isHeldByCurrentThread()) {
            throw new PatchException(
                    Reason.OUT_OF_ORDER, "This thread is already applying a patch; apply one after the other");
        }
        patching.lock();
        try {
            return action.run();
        } finally {
            patching.unlock();
        }
    }
}
