package dev.subsecond.runtime.observe;

import dev.subsecond.runtime.FunctionChange;
import dev.subsecond.runtime.PatchEvent;
import dev.subsecond.runtime.PatchException;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

/**
 * Tells recordings, management and the log of what happened. Any thread; to be called without a lock, because the first
 * call loads what serves them.
 */
public final class Observers {

    private Observers() {}

    /** A patch is live and its handlers have run. */
    public static void applied(PatchEvent event, long sequence) {
        Management.register();
        String functions = names(event);
        FlightRecords.applied(event, sequence, functions);
        Log.say(
                Level.DEBUG,
                "Generation " + event.generation() + " is live, by patch " + sequence + ": "
                        + (functions.isEmpty() ? "no function changed" : functions));
    }

    /** A patch was refused and nothing has changed. */
    public static void rejected(PatchException rejection, long sequence) {
        Management.register();
        FlightRecords.rejected(rejection, sequence);
        Log.say(
                Level.WARNING,
                "Patch " + sequence + " was refused (" + rejection.reason() + "): " + rejection.getMessage());
    }

    /**
     * A scope unwound and runs anew.
     *
     * @param staleFunction the function whose earlier code ran inside it, as a reader would write it
     * @param generation the newest commit
     */
    public static void scopeRestarted(String staleFunction, long generation) {
        FlightRecords.scopeRestarted(staleFunction, generation);
        Log.say(
                Level.DEBUG,
                "A scope starts anew, because " + staleFunction + " has new code since generation " + generation);
    }

    private static String names(PatchEvent event) {
        return event.functions().stream().map(FunctionChange::name).collect(Collectors.joining(", "));
    }
}
