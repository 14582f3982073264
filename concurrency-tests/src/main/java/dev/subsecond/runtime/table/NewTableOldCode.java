package dev.subsecond.runtime.table;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Hazard: the table says that new code is live, and a call that starts then runs the old code; or the parts of one
 * snapshot are of two generations.
 *
 * <p>Run it for longer with {@code -t table.NewTableOldCode}; the README says how.
 */
public final class NewTableOldCode {

    private NewTableOldCode() {}

    /** Whether the old table was seen before; the pointer in the snapshot of generation 1; then what callee and caller answered. */
    @Outcome(
            id = "1, 1, 1, 11",
            expect = ACCEPTABLE_INTERESTING,
            desc = "The table was seen to change, and the calls run the new code.")
    @Outcome(id = "0, 1, 1, 11", expect = ACCEPTABLE, desc = "The commit was through before the first look.")
    @Outcome(
            id = "., 0, .*",
            expect = FORBIDDEN,
            desc = "The snapshot is of the new generation and has the old pointer.")
    @Outcome(id = "., ., 0, .*", expect = FORBIDDEN, desc = "The new table was seen, and then the old callee ran.")
    @Outcome(id = "., ., ., 0", expect = FORBIDDEN, desc = "The new table was seen, and then the old caller ran.")
    @Outcome(id = "., ., ., 10", expect = FORBIDDEN, desc = "The new caller called the old callee.")
    static class Outcomes {}

    private abstract static class Program extends TwoFunctions {

        private final StagedPatch patch = patch(1);

        Program(CommitWay way) {
            super(way);
        }

        final void commit() {
            awaitReady();
            commit(patch);
        }

        final void read(IIII_Result r) {
            r.r1 = table.snapshot().generation().number() == 0 ? 1 : 0;
            ready();
            Wait.until(() -> table.snapshot().generation().number() == 1);
            Snapshot snapshot = table.snapshot();
            r.r3 = (int) callee();
            r.r4 = (int) caller();
            r.r2 = (int) callerPointer(snapshot);
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
        public void reader(IIII_Result r) {
            read(r);
        }
    }

    /** Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenPublishedBeforeClosing extends Program {

        /** A fresh program. */
        public BrokenPublishedBeforeClosing() {
            super(CommitWay.PUBLISHED_BEFORE_CLOSING);
        }

        @Actor
        public void committer() {
            commit();
        }

        @Actor
        public void reader(IIII_Result r) {
            read(r);
        }
    }
}
