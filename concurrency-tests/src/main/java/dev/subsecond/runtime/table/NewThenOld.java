package dev.subsecond.runtime.table;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Hazard: a thread has run new code of one function of a commit and then runs old code of another. Here the new caller
 * calls the callee, and the same thread calls it once more; neither may find the old one.
 *
 * <p>Run it for longer with {@code -t table.NewThenOld}; the README says how.
 */
public final class NewThenOld {

    private NewThenOld() {}

    /** What was seen: whether old code ran before; what the new caller answered; what the callee answered after it. */
    @Outcome(
            id = "1, 11, 1",
            expect = ACCEPTABLE_INTERESTING,
            desc = "The commit came between two calls; both are new.")
    @Outcome(id = "0, 11, 1", expect = ACCEPTABLE, desc = "The commit was through before the first call.")
    @Outcome(id = "., 10, .", expect = FORBIDDEN, desc = "The new caller called the old callee.")
    @Outcome(id = "., .*, 0", expect = FORBIDDEN, desc = "After the new caller the thread ran the old callee.")
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

        final void call(III_Result r) {
            r.r1 = callee() == OLD ? 1 : 0;
            ready();
            r.r2 = (int) callUntilPatched();
            r.r3 = (int) callee();
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
        public void caller(III_Result r) {
            call(r);
        }
    }

    /** Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenSitesOneByOne extends Program {

        /** A fresh program. */
        public BrokenSitesOneByOne() {
            super(CommitWay.SITES_ONE_BY_ONE);
        }

        @Actor
        public void committer() {
            commit();
        }

        @Actor
        public void caller(III_Result r) {
            call(r);
        }
    }
}
