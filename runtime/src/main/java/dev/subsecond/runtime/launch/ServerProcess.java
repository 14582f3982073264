package dev.subsecond.runtime.launch;

import dev.subsecond.runtime.client.Ending;
import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The process that serves this program, if it said who it is.
 *
 * <p>Its end is noticed here as well as by the connection: the JDK's WebSocket now and then misses the end of a connection
 * (seen on 17: the transport had read it, the socket's listener was never told), and a program must not outlive its server.
 */
final class ServerProcess {

    /** The server's process id, as a decimal number. */
    static final String PID = "SUBSECOND_SERVER_PID";

    /** The server's temporary folder, which the program removes if the server was killed and cannot. */
    static final String FOLDER = "SUBSECOND_SERVER_FOLDER";

    /** Shorter than what {@link ProgramEnd} gives to hooks. */
    private static final int DYING_SECONDS = 3;

    private static final String FOLDER_PREFIX = "subsecond-";

    private ServerProcess() {}

    /** Ends the program once the server's process has ended. Does nothing if the environment names none. */
    static void watch(Map<String, String> environment) {
        String pid = environment.get(PID);
        if (pid == null || !pid.matches("[0-9]{1,18}")) {
            return;
        }
        Optional<ProcessHandle> server = ProcessHandle.of(Long.parseLong(pid));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tidyUp(server, environment.get(FOLDER))));
        server.ifPresent(ServerProcess::endWith);
    }

    /** On a thread of its own: the common pool, which would run the future's dependents, belongs to the program. */
    private static void endWith(ProcessHandle process) {
        Thread watch = new Thread(
                () -> {
                    process.onExit().join();
                    ProgramEnd.connectionEnded(Ending.LOST, "the dev server's process has ended");
                },
                "subsecond-server-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void tidyUp(Optional<ProcessHandle> server, @Nullable String folder) {
        boolean isGone = server.isEmpty() || (ProgramEnd.serverLost() && endsInTime(server.get()));
        if (isGone && folder != null && new File(folder).getName().startsWith(FOLDER_PREFIX)) {
            delete(new File(folder));
        }
    }

    /** A killed process closes its connections a moment before it is gone. */
    private static boolean endsInTime(ProcessHandle server) {
        try {
            server.onExit().get(DYING_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Symbolic links are removed, not followed. What cannot be removed stays for the next server. */
    private static void delete(File file) {
        File[] children = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
        if (children != null) {
            for (File child : children) {
                delete(child);
            }
        }
        // Its result would change nothing: the JVM is going down.
        var unused = file.delete();
    }
}
