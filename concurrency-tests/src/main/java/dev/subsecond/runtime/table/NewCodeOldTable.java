package dev.subsecond.runtime.table;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * Hazard: a call has run new code, and what can be asked of the function is still of the generation before: the table's
 * snapshot, the pointer, the version, the code by its address.
 *
 * <p>Run it for longer with {@code -t table.NewCodeOldTable}; the README says how.
 */
public final class NewCodeOldTable {

    private NewCodeOldTable() {}

    /** Whether old code ran before; then, after the new caller: the generation, the pointer, the version, and whether the new code can be asked for. */
    @Outcome(
            id = "1, 1, 1, 1, 1",
            expect = ACCEPTABLE_INTERESTING,
            desc = "The commit came between two calls; all is new.")
    @Outcome(id = "0, 1, 1, 1, 1", expect = ACCEPTABLE, desc = "The commit was through before the first call.")
    @Outcome(id = "., 0, .*", expect = FORBIDDEN, desc = "New code ran and the table is the old one.")
    @Outcome(id = "., ., 0, .*", expect = FORBIDDEN, desc = "New code ran and the pointer is that of the old code.")
    @Outcome(id = "., ., ., 0, .", expect = FORBIDDEN, desc = "New code ran and the version is that of the old code.")
    @Outcome(id = "., ., ., ., 0", expect = FORBIDDEN, desc = "New code ran and cannot be asked for by its pointer.")
    static class Outcomes {}

    private abstract static class Program extends TwoFunctions {

        private final StagedPatch patch = patch(1);

        Program(CommitWay way) {
            super(way);
            dispatch();
        }

        final void commit() {
            awaitReady();
            commit(patch);
        }

        final void call(IIIII_Result r) {
            r.r1 = caller() == OLD ? 1 : 0;
            ready();
            callUntilPatched();
            r.r2 = (int) table.snapshot().generation().number();
            r.r3 = (int) callerPointer();
            r.r4 = callerVersion();
            r.r5 = callerHasBody(1) ? 1 : 0;
        }
    }

    /** The real commit. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Atomic extends Program {

        /** A fresh program. */
        public Atomic() {
            super(CommitWay.ATOMIC);
        }

        @Actor
        public void committer() {
            commit();
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
    public static class BrokenOpenedBeforePublishing extends Program {

        /** A fresh program. */
        public BrokenOpenedBeforePublishing() {
            super(CommitWay.OPENED_BEFORE_PUBLISHING);
        }

        @Actor
        public void committer() {
            commit();
        }

        @Actor
        public void caller(IIIII_Result r) {
            call(r);
        }
    }
}
