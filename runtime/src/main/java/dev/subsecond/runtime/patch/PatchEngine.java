package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.link.HotTarget;
import dev.subsecond.runtime.link.StubLinker;
import dev.subsecond.runtime.table.HotTable;
import java.nio.file.Path;
import java.util.List;

/**
 * Patches the program that the launcher started: the classes in the loader of the runtime. Knows nothing of handlers and
 * of the server: {@code Subsecond} and the client are told by what {@link #apply} returns.
 */
public final class PatchEngine {

    private static final Patcher PROGRAM = new Patcher(PatchEngine.class.getClassLoader());

    /** The patch file applied last. */
    private static volatile Path newestLib = Path.of("");

    private PatchEngine() {}

    /**
     * Applies a patch; when this returns, every call that starts on any thread runs the new code. Waits while another
     * patch is being applied. May be called from hot code.
     *
     * @throws PatchException if the patch was refused; then behaviour is as before
     */
    public static Commit apply(JumpTable table) throws PatchException {
        Commit commit = PROGRAM.apply(table);
        newestLib = table.lib();
        return commit;
    }

    /** The current table; empty at generation 0. */
    public static JumpTable snapshot() {
        return new JumpTable(newestLib, HotTable.shared().snapshot().map(), 0, 0, 0);
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
