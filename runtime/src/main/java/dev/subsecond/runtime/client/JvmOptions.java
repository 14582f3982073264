package dev.subsecond.runtime.client;

import dev.subsecond.runtime.observe.Log;
import dev.subsecond.runtime.observe.Management;
import java.lang.System.Logger.Level;

/** Options of the JVM that a patched program should have. {@code subsecond serve} sets them; others are told. */
final class JvmOptions {

    /** C2 counts recompilations against the callers of patched code and gives up on them for ever at this number. */
    private static final String CUTOFF = "PerMethodRecompilationCutoff";

    private JvmOptions() {}

    static void mentionWhatIsMissing() {
        Management.option(CUTOFF)
                .filter(value -> !value.equals("-1"))
                .ifPresent(value -> Log.say(
                        Level.INFO,
                        "Start this JVM with -XX:" + CUTOFF + "=-1 (it is " + value + "): otherwise code that calls"
                                + " what is patched again and again becomes slow and stays slow"));
    }
}
