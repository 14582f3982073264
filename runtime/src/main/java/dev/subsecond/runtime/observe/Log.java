package dev.subsecond.runtime.observe;

import java.lang.System.Logger.Level;

/**
 * The runtime's logger, {@value #NAME}. It is looked up at each use, because doing so for the first time loads the
 * program's logging system, which a program may never need.
 */
public final class Log {

    /** The name under which a program configures it. */
    public static final String NAME = "dev.subsecond";

    private Log() {}

    /** Says a sentence. */
    public static void say(Level level, String message) {
        System.getLogger(NAME).log(level, message);
    }

    /** Says a sentence about something that was thrown. */
    public static void say(Level level, String message, Throwable thrown) {
        System.getLogger(NAME).log(level, message, thrown);
    }
}
