package app;

import dev.subsecond.runtime.HotFn1;
import dev.subsecond.runtime.HotFnPanic;
import dev.subsecond.runtime.HotFnPtr;
import dev.subsecond.runtime.JumpTable;
import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.Subsecond;

/** What the test wants of the program: it edits {@link #run}. */
final class Command {
    static final HotFn1<String, String> TICK = GameHot.tick();
    static final HotFnPtr IMAGE = TICK.ptrAddress();

    static String run() throws Exception {
        return "idle";
    }

    static String pinned() {
        return TICK.tryCallWithPtr(IMAGE, "you");
    }

    static String foreignPointer() {
        try {
            return TICK.tryCallWithPtr(new HotFnPtr(-42), "you");
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    static String badTable() {
        try {
            Subsecond.applyPatch(JumpTable.parse(
                    "{\"lib\":\"/nowhere.jar\",\"map\":{},\"aslr_reference\":0,\"new_base_address\":0,\"ifunc_count\":0}"));
            return "applied";
        } catch (PatchException e) {
            return e.reason() + " at generation " + Subsecond.generation();
        }
    }

    static String panicOfTryCall() {
        try {
            return TICK.tryCall("me");
        } catch (HotFnPanic panic) {
            Say.always("tryCall threw HotFnPanic");
            throw panic;
        }
    }

    static String rollback(long generation) throws PatchException {
        long before = Subsecond.generation();
        if (Subsecond.history().size() <= before) {
            return "history lacks a generation: " + Subsecond.history();
        }
        return "rolled back to " + generation + " as " + Subsecond.rollback(generation).generation();
    }
}
