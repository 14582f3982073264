package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.scope.Scopes;
import dev.subsecond.runtime.table.Committed;
import dev.subsecond.runtime.table.Generation;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Image;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Applies patches to the classes of one or more loaders: one at a time, in the order of their sequence numbers. Safe for use by
 * several threads.
 */
public final class Patcher {

    private final HotTable table;
    private final PatchLoader loader;

    /** Those that the newest patch listed; a rollback is told to them too. Guarded by the table's patching lock. */
    private List<OnPatchCall> onPatch = List.of();

    /** Patches the classes of one loader. */
    public Patcher(ClassLoader programLoader) {
        this(HotTable.shared(), loader(HotTable.shared().image(programLoader), List::of));
    }

    Patcher(HotTable table, PatchLoader loader) {
        this.table = table;
        this.loader = loader;
    }

    /** Patches the classes of {@code programLoader} and of every other loader whose classes have linked anything. */
    static Patcher ofAll(ClassLoader programLoader) {
        HotTable table = HotTable.shared();
        return new Patcher(table, loader(table.image(programLoader), table::images));
    }

    private static PatchLoader loader(Image first, Supplier<List<Image>> others) {
        Supplier<List<Image>> images = () -> Stream.concat(Stream.of(first), others.get().stream())
                .distinct()
                .toList();
        HotTable table = HotTable.shared();
        Sequence sequence = new Sequence();
        return new AnyPatchLoader(
                new ManagedPatchLoader(table, images, sequence), new JnaPatchLoader(table, first, sequence));
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
            onPatch = patch.onPatch();
            return Commit.of(committed, onPatch, loaded - start, System.nanoTime() - loaded);
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
            if (generation == current.number()) {
                return Commit.of(new Committed(current, List.of(), 0), List.of(), 0, 0);
            }
            long start = System.nanoTime();
            Committed committed = table.rollback(generation);
            return Commit.of(committed, onPatch, 0, System.nanoTime() - start);
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
            Commit commit = action.run();
            Scopes.committed(commit.generation());
            return commit;
        } finally {
            patching.unlock();
        }
    }
}
