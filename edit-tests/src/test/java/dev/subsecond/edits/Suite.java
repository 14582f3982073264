package dev.subsecond.edits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The cases of this module, and JVMs that run them. */
public final class Suite {

    public static final Path CASES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("cases");

    private Suite() {}

    /** The cases that are asked for by {@code -Dedits.only}, or all. */
    static List<EditCase> cases() {
        String only = System.getProperty("edits.only", "");
        return CaseReader.all(CASES).stream()
                .filter(c -> c.id().startsWith(only))
                .toList();
    }

    /**
     * Starts a JVM that runs {@code main} of these tests, and reads the lines {@code name number Base64} that it writes.
     *
     * @return the decoded texts by name, once it has ended
     */
    public static CompletableFuture<Map<String, String>> run(Path java, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dsubsecond.enabled=true", "-Dsubsecond.buildId=" + EditedProgram.BUILD));
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return CompletableFuture.supplyAsync(() -> results(command), task -> new Thread(task, "cases").start());
    }

    private static Map<String, String> results(List<String> command) {
        Map<String, String> results = new HashMap<>();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.split(" ", 3)).forEach(w -> results.put(w[0], decoded(w[2])));
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("exit code " + code + " of " + command);
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** Surefire starts this JVM with a jar that only names the class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static List<String> ids(List<EditCase> cases) {
        return cases.stream().map(EditCase::id).collect(Collectors.toList());
    }
}
