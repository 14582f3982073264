package dev.subsecond.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A program, compiled by javac from its source, in a JVM of its own. */
public final class ChildJvm {

    private final Path folder;
    private final Process process;

    private ChildJvm(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Compiles {@code Main.java} into the folder. */
    public static void compile(Path folder, String source, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("Main.java"), source);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        compileFiles(folder, arguments.toArray(String[]::new));
    }

    /** Compiles files, named behind the options, into the folder. */
    public static void compileFiles(Path folder, String... optionsAndFiles) {
        List<String> arguments = new ArrayList<>(List.of("-cp", runtimeClassPath(), "-d", folder.toString()));
        arguments.addAll(List.of(optionsAndFiles));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
    }

    /** Runs {@code java} with the folder and the runtime on its class path. */
    public static ChildJvm start(Path jdk, Path folder, Map<String, String> environment, String... command)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(jdk.resolve("bin/java").toString());
        line.addAll(List.of("-cp", folder + File.pathSeparator + runtimeClassPath()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("SUBSECOND") || name.contains("JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new ChildJvm(folder, builder.start());
    }

    /** Only what a user's program has: no test library is to be found by chance. */
    private static String runtimeClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        entry.matches(".*[/\\\\](jackson-|jna-).*\\.jar|.*[/\\\\]target[/\\\\]classes[/\\\\]?"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public long pid() {
        return process.pid();
    }

    public BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits for the end. */
    public int exitCode() throws InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("%s ends", folder).isTrue();
        return process.exitValue();
    }

    /** Types into its standard input. */
    public void input(String text) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(text).flush();
    }

    /** Closes its standard input. */
    public void endOfInput() throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).close();
    }

    /** Its next line on standard error; null at the end. */
    public @Nullable String errorLine() throws IOException {
        return process.errorReader(StandardCharsets.UTF_8).readLine();
    }

    /** What it has printed on standard error, up to its end. */
    public String errors() {
        return process.errorReader(StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
    }
}
