package dev.subsecond.runtime.client;

import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;

/**
 * Logs the ends of an independent program's connections. That the server is gone is said once for each time that it goes:
 * the attempts to reach it are many.
 */
final class EndingLog implements EndingListener {

    private final Endpoint endpoint;

    /** Calls come one after the other, on changing threads. */
    private volatile boolean saidUnreachable;

    EndingLog(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void ended(Ending ending, String why) {
        switch (ending) {
            case REFUSED ->
                Log.say(
                        Level.WARNING,
                        sentence(why) + "The program runs on without patches of this server. Start it with the"
                                + " SUBSECOND_TOKEN and SUBSECOND_BUILD_ID that belong to the server at " + endpoint);
            case UNREACHABLE -> {
                if (!saidUnreachable) {
                    saidUnreachable = true;
                    Log.say(Level.INFO, sentence(why) + "The program runs on and tries again.");
                }
            }
            case LOST, SHUTDOWN -> {
                saidUnreachable = true;
                Log.say(Level.INFO, sentence(why) + "The program runs on and connects again when the server is back.");
            }
        }
    }

    private static String sentence(String why) {
        return why.endsWith(".") ? why + " " : why + ". ";
    }
}
