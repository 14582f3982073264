package dev.subsecond.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long does a program take from its start to its end: without stubs and runtime, with the runtime on its class path,
 * with stubs that are off? Runs them in turn and prints medians beside that of the first.
 */
public final class StartUp {

    private static final int DEFAULT_ROUNDS = 20;
    private static final List<Class<?>> PLAIN = List.of(Plain.class, Greeting.class, Self.class);

    private StartUp() {}

    /**
     * Prints the table.
     *
     * @param args how often each program is run, 20 if nothing is said
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? DEFAULT_ROUNDS : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("subsecond-start");
        try {
            List<Way> ways = ways(folder);
            measure(rounds, ways);
            out.print(table(ways));
        } finally {
            delete(folder);
        }
    }

    /** A way to start the program, and how long each start took. */
    private record Way(String name, List<String> command, List<Long> nanos) {

        double median() {
            return nanos.stream().sorted().toList().get(nanos.size() / 2);
        }
    }

    private static List<Way> ways(Path folder) throws IOException {
        String classPath = System.getProperty("java.class.path");
        return List.of(
                new Way("no runtime", java(copy(folder).toString(), Plain.class), new ArrayList<>()),
                new Way("runtime on the class path", java(classPath, Plain.class), new ArrayList<>()),
                new Way("stubs, off", java(classPath, Stubbed.class), new ArrayList<>()));
    }

    private static List<String> java(String classPath, Class<?> main) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "-Xshare:auto", "-cp", classPath, main.getName());
    }

    /** The classes of the plain program alone. */
    private static Path copy(Path folder) throws IOException {
        for (Class<?> type : PLAIN) {
            String name = type.getName().replace('.', '/') + ".class";
            Path target = folder.resolve(name);
            Files.createDirectories(folder.resolve(type.getPackageName().replace('.', '/')));
            try (InputStream bytes = StartUp.class.getClassLoader().getResourceAsStream(name)) {
                Files.write(target, bytes == null ? new byte[0] : bytes.readAllBytes());
            }
        }
        return folder;
    }

    /** In turn, so that what else the machine does falls on all of them; once in vain, to fill the caches. */
    private static void measure(int rounds, List<Way> ways) throws Exception {
        for (int round = -1; round < rounds; round++) {
            for (Way way : ways) {
                long taken = run(way.command());
                if (round >= 0) {
                    way.nanos().add(taken);
                }
            }
        }
    }

    private static long run(List<String> command) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        long taken = System.nanoTime() - start;
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + output);
        }
        return taken;
    }

    private static String table(List<Way> ways) {
        StringBuilder table = new StringBuilder("| program | ms (median) | ratio |\n| --- | ---: | ---: |\n");
        double baseline = ways.get(0).median();
        for (Way way : ways) {
            double median = way.median();
            table.append(
                    String.format(Locale.ROOT, "| %s | %.1f | %.2f |%n", way.name(), median / 1e6, median / baseline));
        }
        return table.toString();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = new ArrayList<>(walk.toList());
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            Files.delete(files.get(i));
        }
    }
}
