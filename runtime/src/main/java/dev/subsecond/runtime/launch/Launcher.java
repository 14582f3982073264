package dev.subsecond.runtime.launch;

import dev.subsecond.runtime.client.Connections;
import dev.subsecond.runtime.client.Endpoint;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/**
 * The class that {@code subsecond serve} starts instead of the user's: {@code Launcher MAIN-CLASS ARGUMENT…}. It runs the
 * user's {@code main} as {@code java} would, at once and on the main thread, while a daemon thread connects to the server
 * named by the environment.
 *
 * <p>Arguments, output, uncaught exceptions and exit codes are the program's own, with one addition: it ends with
 * {@value #EXIT_SERVER_GONE} when its server is gone, and with 0 when the server asks it to end. Without a usable
 * environment, or when the server does not accept it, it runs as if it had been started without Subsecond.
 */
public final class Launcher {

    /** The exit code of a program whose server is gone or was never there. */
    public static final int EXIT_SERVER_GONE = 69;

    private Launcher() {}

    /** Runs a program; the first argument is the name of its main class. */
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 0) {
            fail("Usage: java … " + Launcher.class.getName() + " MAIN-CLASS [ARGUMENT]…");
            return;
        }
        connect();
        MethodHandle main;
        try {
            main = MainMethod.find(arguments[0], ClassLoader.getSystemClassLoader());
        } catch (NoMainException e) {
            fail(e.sentence());
            return;
        }
        try {
            main.invokeExact(Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (NoClassDefFoundError e) {
            sayIfStub(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Stubs are missing where the annotation processor did not run, which the JDK does not mention. */
    private static void sayIfStub(String missing) {
        if (missing.endsWith("Hot")) {
            say("Subsecond: " + missing.replace('/', '.')
                    + " looks like a generated stub class that is not on the class"
                    + " path. Compile with the annotation processor (JDK 23 and later do not run it from the class path)"
                    + " and keep what it generates: docs/annotation-processing.md");
        }
    }

    /** Patching is on or off before any class of the program can ask. */
    private static void connect() {
        try {
            Endpoint endpoint = Endpoint.of(System.getenv());
            System.setProperty("subsecond.enabled", "true");
            Connections.start(endpoint, ProgramEnd::connectionEnded);
            ServerProcess.watch(System.getenv());
        } catch (IllegalArgumentException e) {
            say("Subsecond: " + e.getMessage() + ". The program runs without patches.");
        }
    }

    /** Ends as {@code java} does when it finds nothing to run. */
    private static void fail(String sentence) {
        say(sentence);
        System.exit(1);
    }

    /** For sentences before and beside the program's own output; a logging system would have to be loaded first. */
    static void say(String sentence) {
        System.err.println(sentence);
    }
}
