package dev.subsecond.runtime.launch;

import dev.subsecond.runtime.client.Ending;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends the program when its server is gone. Its shutdown hooks run, but only for so long. */
final class ProgramEnd {

    private static final Duration HOOKS = Duration.ofSeconds(5);

    /** The connection and the server's process may both tell of the end. */
    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private static volatile boolean serverLost;

    private ProgramEnd() {}

    /** Whether the program ends because its server is gone. */
    static boolean serverLost() {
        return serverLost;
    }

    /** What a connection's end means for the program. May be called by any thread; returns at once. */
    static void connectionEnded(Ending ending, String why) {
        if (ending != Ending.REFUSED && ENDING.getAndSet(true)) {
            return;
        }
        String sentence = "Subsecond: " + why + (why.endsWith(".") ? " " : ". ");
        switch (ending) {
            case REFUSED -> Launcher.say(sentence + "The program runs without patches.");
            case UNREACHABLE, LOST -> {
                serverLost = true;
                Launcher.say(sentence + "The program ends.");
                exit(Launcher.EXIT_SERVER_GONE);
            }
            case SHUTDOWN -> exit(0);
        }
    }

    /** On a thread of its own: {@code System.exit} does not return, and a hook may wait for the caller's thread. */
    private static void exit(int code) {
        CompletableFuture.delayedExecutor(HOOKS.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(() -> Runtime.getRuntime().halt(code));
        Thread exit = new Thread(() -> System.exit(code), "subsecond-exit");
        exit.setDaemon(true);
        exit.start();
    }
}
