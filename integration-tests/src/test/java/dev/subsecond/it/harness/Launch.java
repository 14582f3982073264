package dev.subsecond.it.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the command line is started: the distributed jar, on a JDK, with a temporary folder of its own.
 *
 * @param jdk runs it
 * @param folder holds what the test needs, and goes with it
 * @param arguments what the user types after {@code subsecond}
 */
public record Launch(Jdk jdk, TestFolder folder, List<String> arguments) {

    private static final String MAIN = "dev.subsecond.cli.Main";

    public Launch(Jdk jdk, TestFolder folder, String... arguments) {
        this(jdk, folder, List.of(arguments));
    }

    public Process start() {
        return start(List.of(), jdk.tool("java"), MAIN, "");
    }

    /** Starts another main class instead, from the classes of these tests. */
    Process start(String mainClass) {
        return start(List.of(), jdk.tool("java"), mainClass, File.pathSeparator + Checkout.testClasses());
    }

    /** Starts it on another Java than a JDK, or with something before the command. */
    public Process start(List<String> before, Path java) {
        return start(before, java, MAIN, "");
    }

    private Process start(List<String> before, Path java, String mainClass, String moreClasses) {
        List<String> command = new ArrayList<>(before);
        command.add(java.toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.addAll(List.of("-cp", Checkout.commandLineJar() + moreClasses, mainClass));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.root().toFile());
        // Without a UTF-8 locale a JVM cannot open files with such names; the launcher script sees to that for users.
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("Cannot start " + command, e);
        }
    }
}
