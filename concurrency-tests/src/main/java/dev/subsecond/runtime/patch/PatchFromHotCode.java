package dev.subsecond.runtime.patch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.table.CommitWay;
import dev.subsecond.runtime.table.Wait;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Hazard: a hot function applies a patch that changes it and what it calls. The patch must not wait for the call it is
 * made from; that call keeps its body until it returns, what it calls and the next call of it are new.
 *
 * <p>Run it for longer with {@code -t patch.PatchFromHotCode}; the README says how.
 */
public final class PatchFromHotCode {

    private PatchFromHotCode() {}

    /** The answer of the call that applied the patch; of the callee called in it afterwards; of the next call; and of one on another thread. */
    @Outcome(
            id = "0, 1, 11, 111",
            expect = ACCEPTABLE_INTERESTING,
            desc = "As it should be; the other thread ran old code before.")
    @Outcome(id = "0, 1, 11, 11", expect = ACCEPTABLE, desc = "As it should be.")
    @Outcome(id = "-1, .*", expect = FORBIDDEN, desc = "The patch waited for the call that applied it.")
    @Outcome(id = ".*, 0, .*, .*", expect = FORBIDDEN, desc = "After the patch the running call ran the old callee.")
    @Outcome(id = ".*, .*, 0, .*", expect = FORBIDDEN, desc = "The next call ran the old caller.")
    @Outcome(id = ".*, .*, 10, .*", expect = FORBIDDEN, desc = "The new caller called the old callee.")
    @Outcome(
            id = ".*, .*, .*, .*[^1]",
            expect = FORBIDDEN,
            desc = "Another thread ran the new callee and then old code.")
    static class Outcomes {}

    private abstract static class Program extends PatchedProgram {

        private final boolean waitsForCalls;
        private volatile boolean inCall;
        private int answerInside;

        Program(CommitWay way, boolean waitsForCalls) {
            super(way);
            this.waitsForCalls = waitsForCalls;
        }

        @Override
        protected final long oldCaller() {
            awaitReady();
            inCall = true;
            long answer = waitsForCalls && !awaitTheEndOfCalls() ? -1 : OLD;
            apply(1);
            answerInside = (int) callee();
            inCall = false;
            return answer;
        }

        /** Gives up after a while; a commit that did this would not. */
        private boolean awaitTheEndOfCalls() {
            long giveUp = System.nanoTime() + 1_000_000;
            while (inCall && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
            return !inCall;
        }

        final void callHot(IIII_Result r) {
            r.r1 = (int) caller();
            r.r2 = answerInside;
            r.r3 = (int) caller();
        }

        final void callElsewhere(IIII_Result r) {
            int before = callee() == OLD ? 100 : 0;
            ready();
            Wait.until(() -> callee() != OLD);
            r.r4 = before + (int) caller();
        }
    }

    /** The real way. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Atomic extends Program {

        /** A fresh program. */
        public Atomic() {
            super(CommitWay.ATOMIC, false);
        }

        @Actor
        public void hot(IIII_Result r) {
            callHot(r);
        }

        @Actor
        public void other(IIII_Result r) {
            callElsewhere(r);
        }
    }

    /** The patch takes effect only some time later. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenLeftToAnotherThread extends Program {

        /** A fresh program. */
        public BrokenLeftToAnotherThread() {
            super(CommitWay.LEFT_TO_ANOTHER_THREAD, false);
        }

        @Actor
        public void hot(IIII_Result r) {
            callHot(r);
        }

        @Actor
        public void other(IIII_Result r) {
            callElsewhere(r);
        }
    }

    /** A patch that waits until no call runs what it changes. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenWaitsForCalls extends Program {

        /** A fresh program. */
        public BrokenWaitsForCalls() {
            super(CommitWay.ATOMIC, true);
        }

        @Actor
        public void hot(IIII_Result r) {
            callHot(r);
        }

        @Actor
        public void other(IIII_Result r) {
            callElsewhere(r);
        }
    }
}
