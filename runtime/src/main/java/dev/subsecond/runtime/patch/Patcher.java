package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.Change;
import dev.subsecond.runtime.table.Committed;
import dev.subsecond.runtime.table.HotTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies patches to the classes of one loader: one at a time, in the order of their sequence numbers. Safe for use by
 * several threads.
 */
public final class Patcher {

    private final HotTable table;
    private final PatchLoader loader;

    /** @param programLoader the loader of the image's classes */
    public Patcher(ClassLoader programLoader) {
        this(HotTable.shared(), new ManagedPatchLoader(HotTable.shared(), programLoader));
    }

    Patcher(HotTable table, PatchLoader loader) {
        this.table = table;
        this.loader = loader;
    }

    /**
     * Applies a patch; when this returns, every call that starts on any thread runs the new code. Waits while another
     * patch is being applied. May be called from hot code, but not by what loading a patch runs: a class loader of the
     * program.
     *
     * @throws PatchException if the patch was refused; then behaviour is as before
     */
    public Commit apply(JumpTable jumpTable) throws PatchException {
        ReentrantLock patching = table.patching();
        if (patching.isHeldByCurrentThread()) {
            throw new PatchException(
                    Reason.OUT_OF_ORDER, "This thread is already applying a patch; apply one after the other");
        }
        patching.lock();
        try {
            long start = System.nanoTime();
            LoadedPatch patch = loader.load(jumpTable);
            long loaded = System.nanoTime();
            Committed committed = table.commit(patch.staged());
            return commit(patch, committed, loaded - start, System.nanoTime() - loaded);
        } finally {
            patching.unlock();
        }
    }

    private static Commit commit(LoadedPatch patch, Committed committed, long verifyNanos, long commitNanos) {
        List<Change> changes = committed.generation().changes();
        return new Commit(
                patch.staged().sequence(),
                committed.generation().number(),
                functions(patch, changes),
                changes.stream().map(Change::owner).collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        "verify", Duration.ofNanos(verifyNanos),
                        "commit", Duration.ofNanos(commitNanos),
                        "gate", Duration.ofNanos(committed.gateNanos())));
    }

    /** What changed, in the patch's order; a function that the patch brings unchanged is left out. */
    private static List<CommittedFunction> functions(LoadedPatch patch, List<Change> changes) {
        Map<String, Change> byId = changes.stream().collect(Collectors.toMap(Change::id, Function.identity()));
        return patch.functions().stream()
                .flatMap(
                        function -> Optional.ofNullable(byId.get(function.id()))
                                .map(change -> CommittedFunction.of(change, function))
                                .stream())
                .toList();
    }
}
