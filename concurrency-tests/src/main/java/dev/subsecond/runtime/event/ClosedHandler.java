package dev.subsecond.runtime.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.Registration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Hazard: the registration of a handler is closed, and then the handler is called: for a patch that its executor had been
 * told of before, or for a later one.
 *
 * <p>Run it for longer with {@code -t event.ClosedHandler}; the README says how.
 */
public final class ClosedHandler {

    private ClosedHandler() {}

    /** Whether close had returned before the executor went on; how often the handler was called from then on. */
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Closed meanwhile.")
    @Outcome(id = "0, [12]", expect = ACCEPTABLE_INTERESTING, desc = "Called before it was closed.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "Closed, and not called.")
    @Outcome(id = "1, [12]", expect = FORBIDDEN, desc = "Called although close had returned.")
    static class Outcomes {}

    private abstract static class Program {

        private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        private final HandlerList handlers;
        private final Registration registration;
        private volatile boolean closed;
        private int calls;

        Program(HandlerList handlers) {
            this.handlers = handlers;
            registration = handlers.add(event -> calls++, tasks::add);
            handlers.tell();
        }

        final void tell(II_Result r) {
            r.r1 = closed ? 1 : 0;
            handlers.tell();
            tasks.forEach(Runnable::run);
            r.r2 = calls;
        }

        final void close() {
            registration.close();
            closed = true;
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
        public void teller(II_Result r) {
            tell(r);
        }

        @Actor
        public void closer() {
            close();
        }
    }

    /** Forgets what the executor was told. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenOnlyRemoves extends Program {

        /** A fresh list. */
        public BrokenOnlyRemoves() {
            super(NaiveList.forThreads());
        }

        @Actor
        public void teller(II_Result r) {
            tell(r);
        }

        @Actor
        public void closer() {
            close();
        }
    }
}
