package dev.subsecond.runtime.scope;

import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the user of code that stays old. To be called without a lock: a log handler is the user's code.
 */
final class Reports {

    private static final String RUNTIME = "dev.subsecond.runtime.";

    private Reports() {}

    static void unhelped(int level, String function) {
        warn("%s still runs old code in the scope at %s, although that was run again after the patch: it is not called"
                        .formatted(function, ownScope(level))
                + " through the jump table. It keeps this code until it returns. Run the program under"
                + " 'subsecond serve', or mark the method @Hot and call it through its stub");
    }

    static void restless(int level, String function) {
        warn("The scope at %s has started again %d times in %d s, most recently because %s was patched."
                        .formatted(
                                ownScope(level),
                                Activation.MOST_RESTARTS,
                                Activation.RESTARTS_NANOS / 1_000_000_000,
                                function)
                + " It is left alone from now on and keeps its code until it ends. Does its own code apply patches?"
                + " Then let it do that outside the scope");
    }

    static void silent(Thread thread, long generation, long seconds) {
        warn("The thread %s has made no hot call in the scope at %s for %d s since generation %d."
                        .formatted(thread.getName(), scope(thread.getStackTrace(), 0), seconds, generation)
                + " If a method it is inside of was changed, that goes on with its old code until it returns."
                + " Let it make a hot call now and then to have it changed while it runs");
    }

    private static String ownScope(int level) {
        return scope(Thread.currentThread().getStackTrace(), level);
    }

    /** Where the program entered the scope of a level, which is a line of its code. */
    private static String scope(StackTraceElement[] stack, int level) {
        List<StackTraceElement> entered = new ArrayList<>();
        for (int i = 0; i < stack.length - 1; i++) {
            if (isRuntime(stack[i]) && stack[i].getMethodName().equals(Scopes.ACTIVATION)) {
                entered.add(0, caller(stack, i));
            }
        }
        return level < entered.size() ? place(entered.get(level)) : "an unknown place";
    }

    /** Without loader and module, which the JDK adds for some stacks and not for others. */
    private static String place(StackTraceElement frame) {
        return "%s.%s(%s:%d)"
                .formatted(frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    private static StackTraceElement caller(StackTraceElement[] stack, int index) {
        int caller = index;
        while (caller < stack.length - 1 && isRuntime(stack[caller])) {
            caller++;
        }
        return stack[caller];
    }

    private static boolean isRuntime(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.equals(Scopes.class.getName()) || name.equals(RUNTIME + "Subsecond");
    }

    private static void warn(String message) {
        try {
            Log.say(Level.WARNING, message);
        } catch (RuntimeException e) {
            // The user's log handler failed. The hot call that had something to tell must not fail with it.
        }
    }
}
