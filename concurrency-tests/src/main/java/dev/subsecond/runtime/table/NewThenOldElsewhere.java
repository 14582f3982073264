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
 * Hazard: a thread has run new code, tells another thread so through a volatile variable, and that one still runs old code
 * of some function. The commit is made by a third thread.
 *
 * <p>Run it for longer with {@code -t table.NewThenOldElsewhere}; the README says how.
 */
public final class NewThenOldElsewhere {

    private NewThenOldElsewhere() {}

    /** What the other thread saw: whether old code ran before; what callee and caller answered once it had been told. */
    @Outcome(id = "1, 1, 11", expect = ACCEPTABLE_INTERESTING, desc = "Old code before, new code once told.")
    @Outcome(id = "0, 1, 11", expect = ACCEPTABLE, desc = "The commit was through before the first call.")
    @Outcome(id = "., 0, .*", expect = FORBIDDEN, desc = "Told of new code, the thread ran the old callee.")
    @Outcome(id = "., .*, 10", expect = FORBIDDEN, desc = "The new caller called the old callee.")
    @Outcome(id = "., .*, 0", expect = FORBIDDEN, desc = "Told of new code, the thread ran the old caller.")
    static class Outcomes {}

    private abstract static class Program extends TwoFunctions {

        private final StagedPatch patch = patch(1);
        private volatile boolean ranNewCode;

        Program(CommitWay way) {
            super(way);
        }

        final void callAndTell() {
            awaitReady();
            OtherThread.run(() -> commit(patch));
            callUntilPatched();
            ranNewCode = true;
        }

        final void follow(III_Result r) {
            r.r1 = callee() == OLD ? 1 : 0;
            ready();
            Wait.until(() -> ranNewCode);
            r.r2 = (int) callee();
            r.r3 = (int) caller();
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
        public void runner() {
            callAndTell();
        }

        @Actor
        public void follower(III_Result r) {
            follow(r);
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
        public void runner() {
            callAndTell();
        }

        @Actor
        public void follower(III_Result r) {
            follow(r);
        }
    }
}
