package dev.subsecond.cli.process;

import dev.subsecond.cli.output.Console;
import dev.subsecond.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * Runs the same command on another JDK. The other process has this one's streams, ends with it however it ends, and
 * gives it its exit code.
 */
public final class Relaunch {
    private static final String RELAUNCHED = "subsecond.relaunched";
    private static final int OLDEST_JAVA = 17;
    private static final long SECONDS_TO_CLEAN_UP = 10;

    /** What follows the java command: the launcher script's choice of collector, the class path, the main class. */
    private static final List<String> OURSELVES =
            List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "dev.subsecond.cli.Main");

    private final Console console;

    public Relaunch(Console console) {
        this.console = console;
    }

    /** How another process of this command is started on this Java; its arguments are to be added. */
    public static List<String> commandLine() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OURSELVES);
        return command;
    }

    /** In a process started by {@link #run}: lets it end, cleanly, when the one that started it has ended. */
    public static void endWithParent() {
        if (Boolean.getBoolean(RELAUNCHED)) {
            ProcessHandle.current().parent().ifPresent(Relaunch::endWith);
        }
    }

    private static void endWith(ProcessHandle parent) {
        Runnable wait = () -> {
            parent.onExit().join();
            System.exit(ExitCode.OK.code());
        };
        Thread thread = new Thread(wait, "subsecond-parent");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether a command that shall run on {@code javaHome} must be started there, because this is another Java. */
    public static boolean isNeeded(Path javaHome) {
        return !Boolean.getBoolean(RELAUNCHED) && !isSame(javaHome, Path.of(System.getProperty("java.home")));
    }

    /** Runs the command with these arguments on that JDK and waits for its end. */
    public int run(Path javaHome, List<String> arguments) throws InterruptedException {
        Path java = javaHome.resolve("bin").resolve("java");
        if (!Files.isExecutable(java)) {
            console.complain("subsecond: --java-home " + javaHome + " is not a JDK: there is no bin/java in it.");
            return ExitCode.NO_INPUT.code();
        }
        int version = version(javaHome);
        if (version < OLDEST_JAVA) {
            console.complain("subsecond: --java-home " + javaHome + " is Java " + version + ", and Java " + OLDEST_JAVA
                    + " or newer is needed.");
            return ExitCode.NO_COMPILER.code();
        }
        try {
            return await(
                    new ProcessBuilder(command(java, arguments)).inheritIO().start());
        } catch (IOException e) {
            console.complain("subsecond: " + java + " could not be started: " + e.getMessage());
            return ExitCode.CANNOT_START.code();
        }
    }

    private static int await(Process process) throws InterruptedException {
        ExitHook hook = ExitHook.of("subsecond-relaunch-end", () -> end(process));
        try {
            return process.waitFor();
        } finally {
            hook.cancel();
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_CLEAN_UP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Path java, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-D" + RELAUNCHED + "=true"));
        command.addAll(OURSELVES);
        command.addAll(arguments);
        return command;
    }

    /** As the JDK's own release file says; a Java without one is taken to be new enough, and will speak for itself. */
    private static int version(Path javaHome) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(javaHome.resolve("release"))) {
            release.load(in);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION")
                            .replace("\"", "")
                            .replace('_', '.'))
                    .feature();
        } catch (IOException | IllegalArgumentException | NullPointerException unknown) {
            return OLDEST_JAVA;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
