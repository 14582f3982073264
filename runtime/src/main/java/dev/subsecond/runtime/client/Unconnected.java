package dev.subsecond.runtime.client;

import dev.subsecond.runtime.Connection;
import dev.subsecond.runtime.observe.Log;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a program gets that has no server to connect to. */
enum Unconnected implements Connection {
    CONNECTION;

    private static final AtomicBoolean SAID = new AtomicBoolean();

    /** Says why there is no connection, unless that was said before. */
    static void say(Level level, String why) {
        if (!SAID.getAndSet(true)) {
            Log.say(level, "Devtools does not connect: " + why + ". The program runs without patches.");
        }
    }

    @Override
    public boolean isConnected() {
        return false;
    }

    @Override
    public boolean awaitConnected(Duration patience) {
        return false;
    }

    @Override
    public void close() {}
}
