package dev.subsecond.runtime.patch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.subsecond.runtime.table.Generation;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Hazard: two threads apply a patch each at the same time. They are committed one after the other in the order of their
 * sequences, or the lower one is refused because it came too late; never does it replace the higher one.
 *
 * <p>Run it for longer with {@code -t patch.TwoPatchesAtOnce}; the README says how.
 */
public final class TwoPatchesAtOnce {

    private TwoPatchesAtOnce() {}

    /** Of the end state: the generation; what the caller answers; whether history and table are those of what was applied. */
    @Outcome(id = "2, 12, 1", expect = ACCEPTABLE_INTERESTING, desc = "Both were applied, in their order.")
    @Outcome(id = "1, 12, 1", expect = ACCEPTABLE_INTERESTING, desc = "The second came first; the first was refused.")
    @Outcome(id = "., 11, .", expect = FORBIDDEN, desc = "The first patch replaced the second, or the second was lost.")
    @Outcome(id = "., .*, 0", expect = FORBIDDEN, desc = "History or table are not those of what was applied.")
    static class Outcomes {}

    private abstract static class Program extends PatchedProgram {

        Program(ApplyWay way) {
            super(way);
        }

        final void look(III_Result r) {
            r.r1 = (int) table.snapshot().generation().number();
            r.r2 = (int) caller();
            r.r3 = isConsistent() ? 1 : 0;
        }

        /** Generations count up one by one, sequences grow, and the last one is that of the table. */
        private boolean isConsistent() {
            List<Generation> history = table.history();
            boolean consistent = true;
            for (int i = 1; i < history.size(); i++) {
                consistent &= history.get(i).number() == i
                        && history.get(i).sequence() > history.get(i - 1).sequence();
            }
            Generation last = history.get(history.size() - 1);
            return consistent && last.equals(table.snapshot().generation()) && applied() == history.size() - 1;
        }
    }

    /** The real way. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class Patched extends Program {

        /** A fresh program. */
        public Patched() {
            super(ApplyWay.LOCKED);
        }

        @Actor
        public void first() {
            apply(1);
        }

        @Actor
        public void second() {
            apply(2);
        }

        @Arbiter
        public void state(III_Result r) {
            look(r);
        }
    }

    /** The sequence is checked before the lock is taken. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenCheckedBeforeLocking extends Program {

        /** A fresh program. */
        public BrokenCheckedBeforeLocking() {
            super(ApplyWay.CHECKED_BEFORE_LOCKING);
        }

        @Actor
        public void first() {
            apply(1);
        }

        @Actor
        public void second() {
            apply(2);
        }

        @Arbiter
        public void state(III_Result r) {
            look(r);
        }
    }

    /** No lock at all. Must be FORBIDDEN. */
    @JCStressTest
    @JCStressMeta(Outcomes.class)
    @State
    public static class BrokenUnlocked extends Program {

        /** A fresh program. */
        public BrokenUnlocked() {
            super(ApplyWay.UNLOCKED);
        }

        @Actor
        public void first() {
            apply(1);
        }

        @Actor
        public void second() {
            apply(2);
        }

        @Arbiter
        public void state(III_Result r) {
            look(r);
        }
    }
}
