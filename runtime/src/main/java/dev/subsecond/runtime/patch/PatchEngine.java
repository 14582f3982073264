package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.FunctionChange;
import dev.subsecond.runtime.Generation;
import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import dev.subsecond.runtime.table.HotTable;
import dev.subsecond.runtime.table.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Patches the program that the launcher started: the classes in the loader of the runtime. Knows nothing of handlers and
 * of the server: {@code Subsecond} and the client are told by what {@link #apply} returns.
 */
public final class PatchEngine {

    private static final Patcher PROGRAM = new Patcher(PatchEngine.class.getClassLoader());

    /** The patch files by the generations they made; a rollback makes one current again. */
    private static final ConcurrentNavigableMap<Long, Path> LIBS = new ConcurrentSkipListMap<>(Map.of(0L, Path.of("")));

    private PatchEngine() {}

    /**
     * Applies a patch; when this returns, every call that starts on any thread runs the new code. Waits while another
     * patch is being applied. May be called from hot code.
     *
     * @throws PatchException if the patch was refused; then behaviour is as before
     */
    public static Commit apply(JumpTable table) throws PatchException {
        Commit commit = PROGRAM.apply(table);
        LIBS.put(commit.generation(), table.lib());
        return commit;
    }

    /**
     * Makes an earlier generation current again, as a new one; nothing if it is the current one. Waits while a patch is
     * being applied. May be called from hot code.
     *
     * @throws PatchException with {@link PatchException.Reason#OUT_OF_ORDER} if there is no such generation
     */
    public static Commit rollback(long generation) throws PatchException {
        Commit commit = PROGRAM.rollback(generation);
        LIBS.put(commit.generation(), lib(generation));
        return commit;
    }

    /** All generations so far, the image first; a snapshot. */
    public static List<Generation> history() {
        return HotTable.shared().history().stream().map(PatchEngine::describe).toList();
    }

    private static Generation describe(dev.subsecond.runtime.table.Generation state) {
        Long rolledBackTo = state.rolledBackTo();
        return new Generation(
                state.number(),
                state.sequence(),
                state.committed(),
                state.changes().stream()
                        .map(c -> new FunctionChange(
                                c.name(), new HotFnPtr(c.oldPointer()), new HotFnPtr(c.newPointer())))
                        .toList(),
                rolledBackTo == null ? OptionalLong.empty() : OptionalLong.of(rolledBackTo));
    }

    private static Path lib(long generation) {
        return LIBS.floorEntry(generation).getValue();
    }

    /** The current table; empty at generation 0. */
    public static JumpTable snapshot() {
        Snapshot now = HotTable.shared().snapshot();
        return new JumpTable(lib(now.generation().number()), now.map(), 0, 0, 0);
    }

    /** The current generation; 0 is the image. */
    public static long generation() {
        return HotTable.shared().snapshot().generation().number();
    }

    /** The hot functions that have been linked so far; a snapshot. */
    public static List<HotTarget> targets() {
        return StubLinker.targets();
    }
}
