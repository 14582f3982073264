package dev.subsecond.runtime.client;

import dev.subsecond.runtime.observe.Log;
import dev.subsecond.runtime.wire.Message;
import java.lang.System.Logger.Level;

/** Passes on what the server has to say to the program's user. */
final class ServerLog {

    private ServerLog() {}

    /** Logs the message; one of an unknown level, which a newer server may have, counts as information. */
    static void say(Message.Log log) {
        Log.say(level(log.level()), log.message());
    }

    private static Level level(String name) {
        for (Level level : Level.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return Level.INFO;
    }
}
