package dev.subsecond.runtime.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Hazard: two threads register a handler each at the same time, and one of the handlers is lost.
 *
 * <p>Run it for longer with {@code -t event.HandlersAtOnce}; the README says how.
 */
public final class HandlersAtOnce {

    private HandlersAtOnce() {}

    /** How often each handler was called for a patch that comes afterwards. */
    @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "Both are there.")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "A handler was lost.")
    static class Outcomes {}

    private abstract static class Program {

        private final HandlerList handlers;
        private int first;
        private int second;

        Program(HandlerList handlers) {
            this.handlers = handlers;
        }

        final void addFirst() {
            handlers.add(() -> first++);
        }

        final void addSecond() {
            handlers.add(() -> second++);
        }

        final void tell(II_Result r) {
            handlers.tell();
            r.r1 = first;
            r.r2 = second;
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
        public void one() {
            addFirst();
        }

        @Actor
        public void other() {
            addSecond();
        }

        @Arbiter
        public void count(II_Result r) {
            tell(r);
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
        public void one() {
            addFirst();
        }

        @Actor
        public void other() {
            addSecond();
        }

        @Arbiter
        public void count(II_Result r) {
            tell(r);
        }
    }
}
