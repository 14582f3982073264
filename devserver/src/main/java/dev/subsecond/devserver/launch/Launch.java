package dev.subsecond.devserver.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a program is started.
 *
 * @param classpath its whole class path, in order
 * @param mainClass the class with {@code main}
 * @param jvmArgs arguments for its JVM
 * @param programArgs arguments for its main method
 * @param environment variables added to those of this process
 */
public record Launch(
        List<Path> classpath,
        String mainClass,
        List<String> jvmArgs,
        List<String> programArgs,
        Map<String, String> environment) {

    /** The runtime's main class, which connects to the server and then runs the program's. */
    private static final String LAUNCHER = "dev.subsecond.runtime.launch.Launcher";

    /**
     * Callers of code that is patched again and again must stay compiled: C2 counts the recompilations that patches cause
     * against them and would give up on them for ever.
     */
    private static final String KEEP_COMPILING = "-XX:PerMethodRecompilationCutoff=-1";

    /** Copies the collections. */
    public Launch {
        classpath = List.copyOf(classpath);
        jvmArgs = List.copyOf(jvmArgs);
        programArgs = List.copyOf(programArgs);
        environment = Map.copyOf(environment);
    }

    /** The command line. The user's arguments come after ours, so that they win. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.add(KEEP_COMPILING);
        command.addAll(jvmArgs);
        command.add("-cp");
        command.add(classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(LAUNCHER);
        command.add(mainClass);
        command.addAll(programArgs);
        return command;
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
