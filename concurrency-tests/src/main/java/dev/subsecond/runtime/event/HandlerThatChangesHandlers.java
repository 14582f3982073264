package dev.subsecond.runtime.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Hazard: a handler removes itself and registers another one while two patches are told of. Every patch after them must
 * reach the new one and not the old one.
 *
 * <p>Run it for longer with {@code -t event.HandlerThatChangesHandlers}; the README says how.
 */
public final class HandlerThatChangesHandlers {

    private HandlerThatChangesHandlers() {}

    /** How often the old handler was called; for a later patch, how often it was, and how many new ones are missing. */
    @Outcome(id = "1, 0, 0", expect = ACCEPTABLE_INTERESTING, desc = "Removed before the second patch.")
    @Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "Called for both patches at once.")
    @Outcome(id = ".*, -1", expect = FORBIDDEN, desc = "Telling of a patch failed.")
    @Outcome(id = "., [12], .*", expect = FORBIDDEN, desc = "The old handler was called for a later patch.")
    @Outcome(id = "., ., [12]", expect = FORBIDDEN, desc = "A new handler was lost.")
    static class Outcomes {}

    private abstract static class Program {

        private final HandlerList handlers;
        private final Registration registration;
        private final AtomicInteger oldCalls = new AtomicInteger();
        private final AtomicInteger newCalls = new AtomicInteger();
        private volatile boolean failed;

        Program(HandlerList handlers) {
            this.handlers = handlers;
            registration = handlers.add(this::replace);
        }

        private void replace() {
            oldCalls.incrementAndGet();
            registration.close();
            handlers.add(newCalls::incrementAndGet);
        }

        final void tell(III_Result unused) {
            try {
                handlers.tell();
            } catch (RuntimeException e) {
                failed = true;
            }
        }

        final void look(III_Result r) {
            int before = oldCalls.get();
            newCalls.set(0);
            tell(r);
            r.r1 = before;
            r.r2 = oldCalls.get() - before;
            r.r3 = failed ? -1 : before - newCalls.get();
        }
    }

    /** The real list. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Real extends Program {

        /** A fresh list. */
        public Real() {
            super(HandlerList.real());
        }

        @Actor
        public void one(III_Result r) {
            tell(r);
        }

        @Actor
        public void other(III_Result r) {
            tell(r);
        }

        @Arbiter
        public void count(III_Result r) {
            look(r);
        }
    }

    /** A list that is not made for threads. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenForOneThread extends Program {

        /** A fresh list. */
        public BrokenForOneThread() {
            super(NaiveList.forOneThread());
        }

        @Actor
        public void one(III_Result r) {
            tell(r);
        }

        @Actor
        public void other(III_Result r) {
            tell(r);
        }

        @Arbiter
        public void count(III_Result r) {
            look(r);
        }
    }
}
