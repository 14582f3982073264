package dev.subsecond.runtime.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.patch.PatchedProgram;
import dev.subsecond.runtime.table.CommitWay;
import dev.subsecond.runtime.table.Wait;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Hazard: a handler of the first patch throws, and another blocks until a second patch is live that a second thread
 * applies. The second patch must not wait for the first one's handlers, and every handler gets its call.
 *
 * <p>Run it for longer with {@code -t event.HandlerThatBlocks}; the README says how.
 */
public final class HandlerThatBlocks {

    private HandlerThatBlocks() {}

    /** Whether the handler saw the second patch; what the caller answered afterwards on the second thread; whether the last handler was called. */
    @Outcome(
            id = "1, 12, 1",
            expect = ACCEPTABLE_INTERESTING,
            desc = "The second patch went live while a handler of the first was blocked.")
    @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "The second patch waited for the handlers of the first.")
    @Outcome(id = ".*, .*, 0", expect = FORBIDDEN, desc = "The handler behind one that threw was not called.")
    @Outcome(id = "., 1?[01], .", expect = FORBIDDEN, desc = "The second patch was applied, and old code ran.")
    static class Outcomes {}

    private abstract static class Program extends PatchedProgram {

        private final HandlerList handlers;
        private final boolean underLock;
        private int sawSecond;
        private int lastCalls;

        Program(HandlerList handlers, boolean underLock) {
            super(CommitWay.ATOMIC);
            this.handlers = handlers;
            this.underLock = underLock;
            handlers.add(this::block);
            handlers.add(Failure::fail);
            handlers.add(() -> lastCalls++);
        }

        /** Until the second patch is live, or can be seen to wait. */
        private void block() {
            ready();
            Wait.until(() -> secondIsLive() || table.patching().hasQueuedThreads());
            sawSecond = secondIsLive() ? 1 : 0;
        }

        private boolean secondIsLive() {
            return table.snapshot().generation().number() == 2;
        }

        final void applyAndTell(III_Result r) {
            if (underLock) {
                table.patching().lock();
            }
            try {
                applyUnlessLocked();
                handlers.tell();
            } catch (Failure e) {
                // as far as this one got
            } finally {
                if (underLock) {
                    table.patching().unlock();
                }
            }
            r.r1 = sawSecond;
            r.r3 = lastCalls;
        }

        /** The real way refuses a thread that has the lock. */
        private void applyUnlessLocked() {
            if (underLock) {
                commit(patch(1));
            } else {
                apply(1);
            }
        }

        final void applySecond(III_Result r) {
            awaitReady();
            apply(2);
            r.r2 = (int) caller();
        }
    }

    /** What a handler throws; without a trace, because there are many. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;
        private static final Logger REPORTS = Logger.getLogger(Subsecond.class.getName());

        private Failure() {
            super("meant", null, false, false);
        }

        static void fail() {
            REPORTS.setLevel(Level.OFF);
            throw new Failure();
        }
    }

    /** The real list, told after the patch. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Real extends Program {

        /** A fresh list. */
        public Real() {
            super(HandlerList.real(), false);
        }

        @Actor
        public void first(III_Result r) {
            applyAndTell(r);
        }

        @Actor
        public void second(III_Result r) {
            applySecond(r);
        }
    }

    /** Tells the handlers while it holds the lock for patching. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenUnderTheLock extends Program {

        /** A fresh list. */
        public BrokenUnderTheLock() {
            super(HandlerList.real(), true);
        }

        @Actor
        public void first(III_Result r) {
            applyAndTell(r);
        }

        @Actor
        public void second(III_Result r) {
            applySecond(r);
        }
    }

    /** Ends when a handler throws. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenByAFailure extends Program {

        /** A fresh list. */
        public BrokenByAFailure() {
            super(NaiveList.forThreads(), false);
        }

        @Actor
        public void first(III_Result r) {
            applyAndTell(r);
        }

        @Actor
        public void second(III_Result r) {
            applySecond(r);
        }
    }
}
