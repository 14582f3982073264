package dev.subsecond.runtime.patch;

import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.table.CommitWay;
import dev.subsecond.runtime.table.TwoFunctions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;

/** A program of two functions to which patches are applied, through the real {@link Patcher} or one that is broken. */
@SuppressWarnings("this-escape") // no subclass changes what the loader calls
public class PatchedProgram extends TwoFunctions {

    private final ApplyWay.Applier applier;
    private final AtomicInteger applied = new AtomicInteger();

    /** @param way how commits are made */
    public PatchedProgram(CommitWay way) {
        this(way, ApplyWay.LOCKED);
    }

    /** @param way how patches are applied */
    public PatchedProgram(ApplyWay way) {
        this(CommitWay.ATOMIC, way);
    }

    private PatchedProgram(CommitWay commits, ApplyWay way) {
        super(commits);
        applier = way.applier(table, new ReadyPatches(this));
    }

    /** Applies patch {@code sequence}, or counts it as refused if it comes too late. */
    public final void apply(long sequence) {
        JumpTable announced = JumpTable.managed(Path.of(""), Collections.emptySortedMap(), "", sequence, "");
        try {
            applier.apply(announced);
            applied.incrementAndGet();
        } catch (PatchException e) {
            if (e.reason() != Reason.OUT_OF_ORDER) {
                throw new AssertionError(e);
            }
        }
    }

    /** How many patches were not refused. */
    final int applied() {
        return applied.get();
    }
}
