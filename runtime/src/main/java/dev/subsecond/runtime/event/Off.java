package dev.subsecond.runtime.event;

import dev.subsecond.runtime.PatchException;
import dev.subsecond.runtime.PatchException.Reason;
import dev.subsecond.runtime.Subsecond;
import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is said when a program asks for patches while patching is off: one sentence, once. */
public final class Off {

    private static final String WAY_OUT =
            "start the program with 'subsecond serve' or with -Dsubsecond.enabled=true, or"
                    + " make Devtools.connect() the first statement of main";

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private Off() {}

    /**
     * Whether patching is off; then says so unless that was said before.
     *
     * @param call what was called, as its caller wrote it
     */
    public static boolean said(String call) {
        if (Subsecond.isEnabled()) {
            return false;
        }
        if (!SAID.getAndSet(true)) {
            Log.say(
                    Level.INFO,
                    call + " has no effect: patching is off in this program and no patch will ever come."
                            + " To change that, " + WAY_OUT);
        }
        return true;
    }

    /** For calls that cannot go on without. */
    static void refuse(String call) throws PatchException {
        if (said(call)) {
            throw new PatchException(Reason.DISABLED, "Patching is off in this program: " + WAY_OUT);
        }
    }
}
