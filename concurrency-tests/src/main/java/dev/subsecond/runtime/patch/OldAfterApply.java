package dev.subsecond.runtime.patch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.table.CommitWay;
import dev.subsecond.runtime.table.Wait;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * Hazard: applying a patch has returned, and a call that starts afterwards runs old code: on the thread that applied it,
 * or on one that learns of the return through a volatile variable.
 *
 * <p>Run it for longer with {@code -t patch.OldAfterApply}; the README says how.
 */
public final class OldAfterApply {

    private OldAfterApply() {}

    /** On the applying thread: what the caller answered afterwards. On the other: whether old code ran before, what the first and the next call answered, whether the table is new. */
    @Outcome(
            id = "11, 1, 11, 1, 1",
            expect = ACCEPTABLE_INTERESTING,
            desc = "Old code before the return, new code after it.")
    @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "The thread that applied the patch ran the old caller.")
    @Outcome(id = "10, .*", expect = FORBIDDEN, desc = "The thread that applied the patch ran the old callee.")
    @Outcome(id = ".*, ., 0, .*", expect = FORBIDDEN, desc = "A thread that knew of the patch ran the old caller.")
    @Outcome(id = ".*, ., 10, .*", expect = FORBIDDEN, desc = "A thread that knew of the patch ran the old callee.")
    @Outcome(id = ".*, ., .*, 0, .", expect = FORBIDDEN, desc = "A thread that knew of the patch ran the old callee.")
    @Outcome(id = ".*, 0", expect = FORBIDDEN, desc = "A thread that knew of the patch saw the old table.")
    static class Outcomes {}

    private abstract static class Program extends PatchedProgram {

        private volatile boolean applied;

        Program(CommitWay way) {
            super(way);
        }

        final void patch(IIIII_Result r) {
            awaitReady();
            apply(1);
            applied = true;
            r.r1 = (int) caller();
        }

        final void call(IIIII_Result r) {
            r.r2 = callee() == OLD ? 1 : 0;
            ready();
            Wait.until(() -> applied);
            r.r3 = (int) caller();
            r.r4 = (int) callee();
            r.r5 = (int) table.snapshot().generation().number();
        }
    }

    /** The real way. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Atomic extends Program {

        /** A fresh program. */
        public Atomic() {
            super(CommitWay.ATOMIC);
        }

        @Actor
        public void patcher(IIIII_Result r) {
            patch(r);
        }

        @Actor
        public void caller(IIIII_Result r) {
            call(r);
        }
    }

    /** Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenLeftToAnotherThread extends Program {

        /** A fresh program. */
        public BrokenLeftToAnotherThread() {
            super(CommitWay.LEFT_TO_ANOTHER_THREAD);
        }

        @Actor
        public void patcher(IIIII_Result r) {
            patch(r);
        }

        @Actor
        public void caller(IIIII_Result r) {
            call(r);
        }
    }
}
